package org.givre.plans.search.rack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Rack;

/**
 * Divides picks that may share lifts. Which levels are parked is chosen by dynamic programming;
 * where that breaks a cap or a budget, every choice is tried.
 */
final class GroupDivision {
  /** With more occupied levels than this, not every set of parked levels is tried. */
  private static final int MOST_LEVELS_TRIED = 8;

  private final Rack rack;
  private final Timing timing;
  private final ParkChoice parkChoice;
  private final HeldDivision heldDivision;
  private final FragileTubes fragile;
  private final LiftPrices prices;
  private final LiftMoves moves;

  /** Tubes per level that others take before. */
  private int[] gone = {};

  /** Whether fragile tubes matter and others take none before, so that it can be told when. */
  private boolean judged;

  /** Whether a carrier, caps or budgets were in the way of the last division. */
  private boolean hindered;

  GroupDivision(Rack rack, Timing timing, LiftTime time, UnhinderedDivision unhindered) {
    this.rack = rack;
    this.timing = timing;
    this.prices = new LiftPrices(rack, timing, time, unhindered);
    this.parkChoice = prices.parkChoice();
    this.fragile = unhindered.fragile();
    this.heldDivision = new HeldDivision(rack, timing, time);
    this.moves = new LiftMoves(rack, timing, prices);
  }

  /**
   * The cheapest division found; empty when none is possible.
   *
   * @param counts tubes taken per level
   * @param before tubes per level that others take before
   * @param carrier most tubes of one lift
   */
  Optional<List<Shape>> cheapest(int[] counts, int[] before, int carrier) {
    gone = before;
    judged = fragile.anyTaken() && Arrays.stream(before).allMatch(tubes -> tubes == 0);
    hindered = true;
    if (!rack.dewar.parks) {
      return divided(counts, 0, carrier);
    }
    long parked = parkChoice.parkedLevels(counts, gone, carrier);
    hindered = parkChoice.hindered();
    var likely = divided(counts, parked, carrier);
    if (lastingWarmth(likely) == Double.POSITIVE_INFINITY) {
      hindered = true;
      return anyPossible(counts, carrier);
    }
    return likely;
  }

  /**
   * A division that is at least as cheap, from the last {@link #cheapest} on; the same one where
   * nothing was in its way.
   */
  List<Shape> moved(List<Shape> lifts, int[] counts, int carrier) {
    if (!hindered || lifts.size() < 2) {
      return lifts;
    }
    prices.begin(counts, gone);
    return moves.improved(lifts, carrier);
  }

  private Optional<List<Shape>> anyPossible(int[] counts, int carrier) {
    int[] used =
        IntStream.rangeClosed(1, rack.levels)
            .filter(level -> counts[level] > 0)
            .limit(MOST_LEVELS_TRIED)
            .toArray();
    Optional<List<Shape>> best = Optional.empty();
    for (int choice = 0; choice < 1 << used.length; choice++) {
      long parked = 0;
      for (int i = 0; i < used.length; i++) {
        parked |= (choice >> i & 1) == 0 ? 0 : 1L << used[i];
      }
      var candidate = divided(counts, parked, carrier);
      best = lastingWarmth(candidate) < lastingWarmth(best) ? candidate : best;
    }
    return best;
  }

  private Optional<List<Shape>> divided(int[] counts, long parkedLevels, int carrier) {
    var shapes = new ArrayList<Shape>();
    int[] held = counts.clone();
    for (int level = 1; level <= rack.levels; level++) {
      if ((parkedLevels >> level & 1) != 0 && counts[level] > 0) {
        held[level] = 0;
        if (!park(level, counts[level], carrier, shapes)) {
          return Optional.empty();
        }
      }
    }
    var lifts = heldDivision.lifts(held, gone, carrier);
    if (lifts == null) {
      return Optional.empty();
    }
    shapes.addAll(lifts);
    LiftOrder.improve(shapes);
    return Optional.of(fragile.anyTaken() ? fragileFirst(shapes) : shapes);
  }

  private boolean park(int level, int count, int carrier, List<Shape> shapes) {
    int most = Math.min(carrier, parkChoice.mostParked(level));
    if (most == 0) {
      return false;
    }
    for (int left = count; left > 0; left -= most) {
      shapes.add(Shape.parked(rack, timing, level, Math.min(left, most)));
    }
    return true;
  }

  /** Where fragile tubes would be picked too late, the coldest lift to come first that helps. */
  private List<Shape> fragileFirst(List<Shape> shapes) {
    var best = shapes;
    for (int i = 1; i < shapes.size(); i++) {
      var order = new ArrayList<>(shapes);
      order.add(0, order.remove(i));
      best = lastingWarmth(order) < lastingWarmth(best) ? order : best;
    }
    return lastingWarmth(shapes) < Double.POSITIVE_INFINITY ? shapes : best;
  }

  private double lastingWarmth(Optional<List<Shape>> shapes) {
    return shapes.isEmpty() ? Double.POSITIVE_INFINITY : lastingWarmth(shapes.get());
  }

  /** {@link #warmth}; infinite where fragile tubes are picked too late, as far as can be told. */
  private double lastingWarmth(List<Shape> shapes) {
    return judged && !fragile.survive(shapes) ? Double.POSITIVE_INFINITY : warmth(shapes);
  }

  /** Weighted tube-seconds of lifts in order; infinite when a box gets more than it may. */
  double warmth(List<Shape> shapes) {
    return prices.warmth(shapes, new int[rack.levels + 1]);
  }
}
