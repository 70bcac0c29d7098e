package org.givre.plans.search.rack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Rack;
import org.jspecify.annotations.Nullable;

/**
 * Divides held picks into lifts where carriers or caps forbid one lift for all. Sorted from the
 * deepest to the top, each lift takes a run of the picks, so a shortest path over the places where
 * runs may end is exact among such divisions. Runs end between levels or where a lift is full: to
 * end elsewhere would make two lifts settle at one level for nothing.
 *
 * <p>A second that the rack stands at level l costs the tubes at or above l that stay, and the
 * picker's time, so a lift costs a sum of seconds times such prefix sums, and a run grows by a
 * level in constant time.
 */
final class HeldDivision {
  private static final double SLACK = 1e-9;

  private final Rack rack;
  private final double stroke;
  private final double settle;
  private final double pick;
  private final double weight;
  private final LiftTime time;
  private final Timing timing;

  /** Per level, what caps leave of a lift's seconds there, before its strokes are taken off. */
  private final double[] room;

  /** Tubes at or above each level that are not picked, and the sums of those numbers. */
  private final int[] staying;

  private final int[] stayingSum;

  /** Cheapest way to take so many of the deepest picks, and where its last run begins. */
  private double[] cost = new double[0];

  private int[] from = new int[0];

  /** Tubes of the last {@link #cost}, and whether they may need several lifts. */
  private int total;

  private boolean parted;
  private double secondsUntilLast;
  private boolean keepsOrder;
  private double mostOut;
  private int deepest;

  HeldDivision(Rack rack, Timing timing, LiftTime time) {
    this.rack = rack;
    this.timing = timing;
    this.time = time;
    this.weight = rack.dewar.liftWeight;
    this.stroke = 2 * rack.dewar.levelSeconds;
    this.settle = timing.settleSeconds();
    this.pick = timing.pickSeconds();
    this.staying = new int[rack.levels + 1];
    this.stayingSum = new int[rack.levels + 1];
    this.room = new double[rack.levels + 1];
    room[0] = Double.POSITIVE_INFINITY;
    for (int level = 1; level <= rack.levels; level++) {
      room[level] = Math.min(room[level - 1], rack.cap[level] + stroke * (level - 1));
    }
  }

  /**
   * Price of the cheapest division, in weighted tube-seconds; infinite when a cap allows none.
   *
   * @param counts tubes taken per level
   * @param gone tubes per level that others take before
   */
  double cost(int[] counts, int[] gone, int carrier) {
    total = 0;
    deepest = 0;
    double dwelt = 0;
    double sum = 0;
    for (int level = 1; level <= rack.levels; level++) {
      int here = counts[level];
      staying[level] = staying[level - 1] + rack.boxTubes[level] - gone[level] - here;
      stayingSum[level] = stayingSum[level - 1] + staying[level];
      if (here > 0) {
        deepest = level;
        total += here;
        dwelt += dwell(here);
        sum += standing(here, staying[level]);
      }
    }
    mostOut = stroke * deepest + dwelt;
    parted = total > carrier || rack.capped;
    if (parted) {
      return shortestPath(counts, carrier);
    }
    return deepest == 0 ? 0 : sum + stroke(deepest, stayingSum[deepest]);
  }

  /** What it costs to bring a rack up to a level and down again, past so many tubes. */
  private double stroke(int level, int tubes) {
    return stroke * (weight * tubes + time.price() * level) + time.perLift();
  }

  /** What it costs to take tubes from one level while others stay. */
  private double standing(int picks, int stay) {
    return dwell(picks) * (weight * stay + time.price()) + weight * own(picks);
  }

  /** At least as long as any box is outside in all lifts of the last {@link #cost}. */
  double mostOut() {
    return mostOut;
  }

  /** Deepest level of any lift of the last {@link #cost}; 0 without lifts. */
  int deepest() {
    return deepest;
  }

  /**
   * Goes through the lifts of the last {@link #cost}, the shallowest first.
   *
   * @param counts what was divided
   * @param urgent tubes per level that are
   */
  void follow(int[] counts, int[] urgent) {
    double seconds = 0;
    secondsUntilLast = 0;
    keepsOrder = true;
    int level = 0;
    int left = 0;
    int shallower = total;
    for (int end = total; end > 0; end = begin(end)) {
      int size = end - begin(end);
      keepsOrder &= Math.min(left, size) <= shallower;
      shallower = size;
      boolean wanted = false;
      double length = 0;
      while (size > 0) {
        while (left == 0) {
          level++;
          left = counts[level];
        }
        int picks = Math.min(left, size);
        // The urgent picks of a level go first.
        wanted |= counts[level] - left < urgent[level];
        length += dwell(picks);
        left -= picks;
        size -= picks;
      }
      length += stroke * level;
      seconds += timing.gripSeconds() + length + timing.releaseSeconds();
      secondsUntilLast = wanted ? seconds : secondsUntilLast;
      seconds += rack.recoolRatio * length;
    }
  }

  /**
   * Seconds of all lifts that {@link #follow} saw up to the last that has an urgent pick, re-cool
   * between them included.
   */
  double secondsUntilLast() {
    return secondsUntilLast;
  }

  /**
   * Whether {@link LiftOrder} leaves the lifts that {@link #follow} saw as they are, for sure. It
   * may not where two share a level, and the deeper one takes more from there than the other takes
   * at all.
   */
  boolean keepsOrder() {
    return keepsOrder;
  }

  private double dwell(int picks) {
    return settle + pick * picks;
  }

  /** Seconds that the picks of one level wait outside themselves. */
  private double own(int picks) {
    return picks * (rack.dewar.levelSeconds + settle) + pick * (picks * (picks - 1)) * 0.5;
  }

  private double shortestPath(int[] counts, int carrier) {
    if (cost.length <= total) {
      cost = new double[2 * total + 1];
      from = new int[2 * total + 1];
    }
    Arrays.fill(cost, 0, total + 1, Double.POSITIVE_INFINITY);
    cost[0] = 0;
    int taken = 0;
    for (int level = deepest; level >= 1; level--) {
      for (int left = counts[level]; left > 0; left--, taken++) {
        if (cost[taken] < Double.POSITIVE_INFINITY) {
          extend(counts, carrier, new Run(taken, level, left));
        }
      }
    }
    for (int end = begin(total); end > 0; end = begin(end)) {
      mostOut += stroke * deepest + settle;
    }
    return cost[total];
  }

  /** Where a run begins: {@code taken} go to deeper lifts, {@code left} of its level do not. */
  private record Run(int taken, int deepest, int left) {}

  /** Offers all lifts that begin at {@code run}. */
  private void extend(int[] counts, int carrier, Run run) {
    int bottom = run.deepest();
    int gone = counts[bottom] - run.left();
    double sum = cost[run.taken()] + stroke(bottom, stayingSum[bottom] + gone);
    int end = run.taken();
    double dwelt = 0;
    for (int level = bottom; level >= 1 && end - run.taken() < carrier; level--) {
      int here = level == bottom ? run.left() : counts[level];
      if (here == 0) {
        continue;
      }
      int room = Math.min(here, carrier - (end - run.taken()));
      int picks = rack.capped ? allowed(room, level, bottom, dwelt) : room;
      if (picks == 0) {
        return;
      }
      // Tubes of this level that a shallower lift takes are gone by then, as those above are.
      int stay = staying[level] + (level == bottom ? gone : 0);
      sum += standing(picks, stay);
      end += picks;
      dwelt += dwell(picks);
      if (sum < cost[end]) {
        cost[end] = sum;
        from[end] = run.taken();
      }
      if (picks < here) {
        return;
      }
    }
  }

  /** Lifts in order, the shallowest first; null when a cap allows none for some pick. */
  @Nullable List<Shape> lifts(int[] counts, int[] gone, int carrier) {
    if (cost(counts, gone, carrier) == Double.POSITIVE_INFINITY) {
      return null;
    }
    var shapes = new ArrayList<Shape>();
    int[] left = counts.clone();
    for (int end = total; end > 0; end = begin(end)) {
      shapes.add(Shape.held(rack, timing, shallowest(left, end - begin(end))));
    }
    return shapes;
  }

  /** Where the run begins that ends after so many of the deepest picks. */
  private int begin(int end) {
    return parted ? from[end] : 0;
  }

  private int[] shallowest(int[] left, int number) {
    int[] picks = new int[rack.levels + 1];
    int level = 1;
    for (int i = 0; i < number; i++) {
      while (left[level] == 0) {
        level++;
      }
      left[level]--;
      picks[level]++;
    }
    return picks;
  }

  /** How many of these picks at a level caps allow in a held lift that has dwelt deeper already. */
  private int allowed(int picks, int level, int bottom, double dwelt) {
    double spare = room[level] - stroke * bottom - dwelt - settle + SLACK;
    return spare >= pick * picks ? picks : Math.max(0, (int) (spare / pick));
  }
}
