package org.givre.plans.search.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.LimitWords;
import org.givre.plans.search.model.Motion;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;
import org.givre.plans.search.rack.Visit;

/**
 * What the boxes of a rack would get if one more tube were held up: in a lift of its own, or in one
 * of those that take place anyway.
 */
final class OneMore {
  private final Tube tube;
  private final Rack rack;
  private final Timing timing;
  private final List<Visit> visits;

  OneMore(Tube tube, Timing timing, List<Visit> visits) {
    this.tube = tube;
    this.rack = tube.rack;
    this.timing = timing;
    this.visits = visits;
  }

  /** Names the box that would get most beyond its budget, in the way in which that is least. */
  String words() {
    double[] best = best();
    int box = worst(best);
    if (beyond(best, box) <= 0) {
      return "no lifts were found that take tube %d besides what others take from rack %d"
          .formatted(tube.id, rack.id);
    }
    return LimitWords.warmed(
        "with tube %d and what others take, rack %d level %d".formatted(tube.id, rack.id, box),
        best[box],
        rack.boxBudget[box]);
  }

  /** How far that box would be beyond its budget, in weighted seconds. */
  double beyond() {
    double[] best = best();
    return beyond(best, worst(best));
  }

  private double[] best() {
    return ways().stream()
        .min(Comparator.comparingDouble(worn -> beyond(worn, worst(worn))))
        .orElseThrow();
  }

  private double beyond(double[] worn, int box) {
    return worn[box] - rack.boxBudget[box];
  }

  private int worst(double[] worn) {
    return IntStream.rangeClosed(1, rack.levels)
        .boxed()
        .max(Comparator.comparingDouble(box -> beyond(worn, box)))
        .orElseThrow();
  }

  /** By level, weighted seconds from all lifts. */
  private List<double[]> ways() {
    double[] others = new double[rack.levels + 1];
    visits.forEach(visit -> add(others, visit.motion, 1));
    var ways = new ArrayList<double[]>();
    ways.add(instead(others, List.of(), held(IntStream.of(tube.level))));
    for (var visit : visits) {
      var joined =
          held(
              IntStream.concat(
                      Arrays.stream(visit.tubes).mapToInt(other -> other.level),
                      IntStream.of(tube.level))
                  .sorted());
      if (visit.mode == LiftMode.HOLD && isAllowed(joined)) {
        ways.add(instead(others, List.of(visit), joined));
      }
    }
    return ways;
  }

  private Motion held(IntStream levels) {
    return Motion.held(rack, timing, levels.toArray(), timing.pickSeconds());
  }

  private boolean isAllowed(Motion motion) {
    return IntStream.rangeClosed(1, rack.levels).allMatch(box -> motion.out[box] <= rack.cap[box]);
  }

  private static double[] instead(double[] others, List<Visit> gone, Motion lift) {
    double[] worn = others.clone();
    gone.forEach(visit -> add(worn, visit.motion, -1));
    add(worn, lift, 1);
    return worn;
  }

  private static void add(double[] worn, Motion motion, int times) {
    Arrays.setAll(worn, box -> worn[box] + times * motion.worn[box]);
  }
}
