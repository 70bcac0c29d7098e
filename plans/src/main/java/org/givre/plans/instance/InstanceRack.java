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
    Values.atLeast("slot", 0, slot);
    Values.atLeastZero("recool_ratio", recoolRatio);
    Values.finite("not_before_s", notBeforeSeconds);
    boxTubes = List.copyOf(boxTubes);
    boxMinBudgetSeconds = List.copyOf(boxMinBudgetSeconds);
    boxMaxOutSeconds = List.copyOf(boxMaxOutSeconds);
    Values.each("box_tubes", boxTubes, tubes -> tubes >= 0, "an integer of at least 0");
    Values.onePerLevel("box_min_budget_s", boxMinBudgetSeconds, boxTubes.size());
    Values.onePerLevel("box_max_out_s", boxMaxOutSeconds, boxTubes.size());
    Values.each("box_max_out_s", boxMaxOutSeconds, cap -> cap >= 0, "a number of at least 0");
  }

  /** Number of levels. */
  public int levels() {
    return boxTubes.size();
  }
}
