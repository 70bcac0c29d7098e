package org.givre.plans.instance;

import java.util.List;

/**
 * A rack of boxes. Lists are per level, level 1 (the top box) first.
 *
 * @param boxTubes tubes in each box at {@code nowSeconds}, requested ones included
 * @param boxMinBudgetSeconds weighted seconds that the most worn tube of the box may still get;
 *     {@link Double#POSITIVE_INFINITY} for no limit
 * @param boxMaxOutSeconds longest stay outside in one lift; {@link Double#POSITIVE_INFINITY} for no
 *     cap
 * @param recoolRatio rest after a lift, as a multiple of its longest stay outside
 * @param notBeforeSeconds re-cool left over from before {@code nowSeconds}
 */
public record InstanceRack(
    int id,
    int dewar,
    int slot,
    List<Integer> boxTubes,
    List<Double> boxMinBudgetSeconds,
    List<Double> boxMaxOutSeconds,
    double recoolRatio,
    double notBeforeSeconds) {
  public InstanceRack {
    Values.atLeast("rack.slot", 0, slot);
    Values.atLeastZero("rack.recool_ratio", recoolRatio);
    Values.finite("rack.not_before_s", notBeforeSeconds);
    boxTubes = List.copyOf(boxTubes);
    boxMinBudgetSeconds = List.copyOf(boxMinBudgetSeconds);
    boxMaxOutSeconds = List.copyOf(boxMaxOutSeconds);
    boxTubes.forEach(n -> Values.atLeast("rack.box_tubes", 0, n));
    if (boxMinBudgetSeconds.size() != boxTubes.size()
        || boxMaxOutSeconds.size() != boxTubes.size()) {
      throw new IllegalArgumentException(
          "Rack %d has %d boxes, %d budgets and %d caps; give one of each per level"
              .formatted(id, boxTubes.size(), boxMinBudgetSeconds.size(), boxMaxOutSeconds.size()));
    }
  }

  /** Number of levels. */
  public int levels() {
    return boxTubes.size();
  }
}
