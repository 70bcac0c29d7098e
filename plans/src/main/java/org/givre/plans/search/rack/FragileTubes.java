package org.givre.plans.search.rack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;

/**
 * Tubes of one rack that may get less than their boxes. One that stays limits its box. One that is
 * taken does not; it must be picked before it has got too much, so those with the least budget are
 * picked first of their box.
 */
final class FragileTubes {
  private static final int STAYS = -1;

  private final Rack rack;
  private final Timing timing;

  /** Those with the least budget first. */
  private final Tube[] tubes;

  /** By place in {@link #tubes}, whose pick it is; see {@link Lots}. */
  private final int[] lot;

  /** Weighted seconds that a picked tube gets at least after it has waited. */
  private final double handled;

  /** Weighted seconds that the boxes may get from lifts. */
  private final double[] box;

  /** Weight of a carrier, and seconds of it from the end of a lift to the unloading. */
  private final double carrier;

  private final double leastWay;
  private final double[] worn;
  private final boolean[] picked;
  private int taken;

  FragileTubes(Problem problem, Rack rack) {
    this.rack = rack;
    this.timing = problem.timing;
    this.tubes = rack.fragile().toArray(Tube[]::new);
    this.lot = new int[tubes.length];
    this.handled = problem.handledSeconds();
    this.carrier = problem.weights.carrier();
    this.leastWay = tubes.length == 0 ? 0 : timing.releaseSeconds() + problem.leastWaySeconds(rack);
    this.box = tubes.length == 0 ? rack.boxBudget : new double[rack.levels + 1];
    this.worn = tubes.length == 0 ? box : new double[rack.levels + 1];
    this.picked = new boolean[tubes.length];
    if (tubes.length > 0) {
      Arrays.sort(
          tubes, Comparator.comparingDouble((Tube t) -> t.budget).thenComparingInt(t -> t.index));
      Arrays.fill(lot, STAYS);
      limit();
    }
  }

  private void limit() {
    System.arraycopy(rack.boxBudget, 0, box, 0, box.length);
    for (int i = 0; i < tubes.length; i++) {
      if (lot[i] == STAYS) {
        int level = tubes[i].level;
        box[level] = Math.min(box[level], mayGet(tubes[i]));
      }
    }
  }

  private double mayGet(Tube tube) {
    return tube.budget - rack.putBackWorn[tube.level];
  }

  /** Weighted seconds that each box may get from lifts, by level. */
  double[] box() {
    return box;
  }

  /** The smallest of {@link #box} down to a level. */
  double tightest(int deepest) {
    double least = Double.POSITIVE_INFINITY;
    for (int level = 1; level <= deepest; level++) {
      least = Math.min(least, box[level]);
    }
    return least;
  }

  /** Whether any is taken, so that it matters when. */
  boolean anyTaken() {
    return taken > 0;
  }

  /** A tube is taken by a lot. */
  void take(Tube tube, int byLot) {
    lot[place(tube)] = byLot;
    taken++;
    limit();
  }

  /** A tube stays after all. */
  void leave(Tube tube) {
    lot[place(tube)] = STAYS;
    taken--;
    limit();
  }

  private int place(Tube tube) {
    int place = 0;
    while (tubes[place] != tube) {
      place++;
    }
    return place;
  }

  /** Differs, but for odds of 2^-64, where others are taken. */
  long key() {
    long key = 0;
    for (int i = 0; i < lot.length; i++) {
      key = (key ^ (lot[i] + 2)) * 0xD6E8FEB86659FD93L;
      key ^= key >>> 32;
    }
    return key;
  }

  /** Whether all that are taken by these lifts, in order, are picked early enough. */
  boolean survive(List<Shape> shapes) {
    if (taken == 0) {
      return true;
    }
    Arrays.fill(worn, 0);
    Arrays.fill(picked, false);
    for (var shape : shapes) {
      if (!survive(shape)) {
        return false;
      }
      for (int level = 1; level < worn.length; level++) {
        worn[level] += shape.worn[level];
      }
    }
    return true;
  }

  private boolean survive(Shape shape) {
    double rest = shape.seconds + leastWay;
    for (int level = 1; level <= shape.deepest; level++) {
      int before = 0;
      rest -= until(shape, level);
      for (int i = 0; i < tubes.length && before < shape.picks[level]; i++) {
        if (lot[i] != shape.lot || tubes[i].level != level || picked[i]) {
          continue;
        }
        double carried = rest - timing.pickSeconds() * (before + 1);
        double gets = worn[level] + waits(shape, level, before) + handled + carrier * carried;
        if (gets > mayGet(tubes[i]) + RackCost.SLACK) {
          return false;
        }
        picked[i] = true;
        before++;
      }
      rest -= timing.pickSeconds() * shape.picks[level];
    }
    return true;
  }

  /** Seconds of a lift from the last pick above a level, or the grip, to the first pick there. */
  private double until(Shape shape, int level) {
    double tau = rack.dewar.levelSeconds;
    if (shape.mode == LiftMode.HOLD) {
      return tau + (shape.picks[level] > 0 ? timing.settleSeconds() : 0);
    }
    return shape.picks[level] == 0
        ? 2 * tau
        : 2 * tau + timing.settleSeconds() + rack.dewar.ejectSeconds;
  }

  /** Weighted seconds that a tube waits in its own lift while others of its box are picked. */
  private double waits(Shape shape, int level, int before) {
    Dewar dewar = rack.dewar;
    double queue = before * timing.pickSeconds();
    double settled = dewar.levelSeconds + timing.settleSeconds();
    return shape.mode == LiftMode.HOLD
        ? dewar.liftWeight * (settled + queue)
        : dewar.liftWeight * (settled + dewar.ejectSeconds)
            + dewar.chamberWeight * (level * dewar.levelSeconds + queue);
  }
}
