package org.givre.plans.search.rack;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Rack;

/**
 * Divides the picks of one rack into lifts, in the cheapest way found. Where some picks have a
 * deadline and the seconds before deadlines have a price, it weighs one division for all picks
 * against lifts of their own for those in a hurry.
 */
final class RackDivision {
  /**
   * Up to so many tubes, moves between lifts are tried whenever a price is asked for. For more that
   * takes too long: with moves in every price, L-201 was 0.2 % warmer after 1 s.
   */
  private static final int FEW_TUBES = 8;

  static final Divided IMPOSSIBLE = new Divided(Double.POSITIVE_INFINITY, List.of());

  private final Rack rack;
  private final Timing timing;
  private final LiftGroups groups;
  private final LiftTime time;
  private final GroupDivision division;
  private final FragileTubes fragile;
  private double secondPrice;

  /** Whether to try moves between lifts. */
  private boolean moves;

  RackDivision(
      Rack rack, Timing timing, LiftGroups groups, LiftTime time, UnhinderedDivision unhindered) {
    this.rack = rack;
    this.timing = timing;
    this.groups = groups;
    this.time = time;
    this.fragile = unhindered.fragile();
    this.division = new GroupDivision(rack, timing, time, unhindered);
  }

  /**
   * Lifts in order.
   *
   * @param price weighted tube-seconds, what the lifts' time is worth, and what the seconds until
   *     the last hurried pick cost
   */
  record Divided(double price, List<Shape> shapes) {}

  /** What a second costs that a lift with a deadline takes, in weighted tube-seconds. */
  void setSecondPrice(double price) {
    secondPrice = price;
  }

  /**
   * What {@link #lifts} cost, or somewhat more where many tubes are taken; infinite where there are
   * none.
   */
  double price(int[][] counts) {
    moves = fewTubes(counts);
    return cheapest(counts).price();
  }

  /**
   * The cheapest division found of what each group takes per level; empty when there is none. Where
   * seconds before deadlines have a price, that of many tubes stays as it was priced.
   */
  List<Shape> lifts(int[][] counts) {
    moves = secondPrice == 0 || fewTubes(counts);
    return cheapest(counts).shapes();
  }

  /** Whether moves between lifts are part of the price. */
  static boolean fewTubes(int[][] counts) {
    int tubes = 0;
    for (int[] group : counts) {
      for (int taken : group) {
        tubes += taken;
      }
    }
    return tubes <= FEW_TUBES;
  }

  private Divided cheapest(int[][] counts) {
    int lots = groups.lots(rack);
    if (counts.length == lots || !anyUrgent(counts, lots)) {
      return priced(counts, counts.length - lots, new int[lots][rack.levels + 1]);
    }
    int[][] pooled = new int[lots][rack.levels + 1];
    int[][] urgent = new int[lots][];
    for (int group = 0; group < lots; group++) {
      urgent[group] = counts[group].clone();
      for (int level = 1; level <= rack.levels; level++) {
        pooled[group][level] = counts[group][level] + counts[group + lots][level];
      }
    }
    var together = priced(pooled, 0, urgent);
    if (secondPrice == 0 && together.price() < Double.POSITIVE_INFINITY) {
      return together;
    }
    var apart = priced(counts, 0, urgent);
    return apart.price() < together.price() ? apart : together;
  }

  private static boolean anyUrgent(int[][] counts, int lots) {
    for (int group = 0; group < lots; group++) {
      for (int taken : counts[group]) {
        if (taken > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private Divided priced(int[][] counts, int firstGroup, int[][] urgent) {
    var shapes = new ArrayList<Shape>();
    var moved = new ArrayList<Shape>();
    int[] gone = new int[rack.levels + 1];
    for (int group = firstGroup; group < counts.length; group++) {
      int lot = group % groups.lots(rack);
      int carrier = groups.carrierTubes(rack, lot);
      var own = division.cheapest(counts[group], gone, carrier);
      if (own.isEmpty()) {
        return IMPOSSIBLE;
      }
      add(own.get(), lot, shapes);
      if (moves) {
        add(division.moved(own.get(), counts[group], carrier), lot, moved);
      }
      for (int level = 1; level <= rack.levels; level++) {
        gone[level] += counts[group][level];
      }
    }
    var straight = priced(shapes, urgent);
    if (!moves || moved.equals(shapes)) {
      return straight;
    }
    var better = priced(moved, urgent);
    return better.price() < straight.price() ? better : straight;
  }

  private static void add(List<Shape> own, int lot, List<Shape> all) {
    for (var shape : own) {
      shape.lot = lot;
      all.add(shape);
    }
  }

  private Divided priced(List<Shape> shapes, int[][] urgent) {
    if (!fragile.survive(shapes)) {
      return IMPOSSIBLE;
    }
    double warmth = division.warmth(shapes);
    double lifts = 0;
    for (var shape : shapes) {
      lifts += time.of(shape);
    }
    double hurried = secondPrice == 0 ? 0 : secondPrice * secondsUntilLast(shapes, urgent);
    return new Divided(warmth + lifts + hurried, shapes);
  }

  /** Seconds of all lifts up to the last that has an urgent pick, re-cool between them included. */
  private double secondsUntilLast(List<Shape> shapes, int[][] urgent) {
    int[][] left = copy(urgent);
    double seconds = 0;
    double untilLast = 0;
    for (var shape : shapes) {
      seconds += timing.gripSeconds() + shape.seconds + timing.releaseSeconds();
      int[] waiting = left[shape.lot];
      for (int level = 1; level <= rack.levels; level++) {
        if (shape.picks[level] > 0 && waiting[level] > 0) {
          waiting[level] = Math.max(0, waiting[level] - shape.picks[level]);
          untilLast = seconds;
        }
      }
      seconds += rack.recoolRatio * shape.longestOut;
    }
    return untilLast;
  }

  private static int[][] copy(int[][] counts) {
    int[][] copy = new int[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      copy[i] = counts[i].clone();
    }
    return copy;
  }
}
