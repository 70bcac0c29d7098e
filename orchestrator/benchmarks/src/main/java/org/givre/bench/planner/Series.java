package org.givre.bench.planner;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Plans of one instance by searches of one length, by seed.
 *
 * @param time of each search
 */
record Series(Duration time, List<Judged> plans) {
  boolean allValid() {
    return plans.stream().allMatch(Judged::isValid);
  }

  /** Weighted tube-seconds. */
  double exposureTs() {
    return median(Judged::exposureTs);
  }

  /** The middle one; of an even number the higher. */
  double median(ToDoubleFunction<Judged> figure) {
    var sorted = plans.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Whether no seed has a better composite here than with the same seed in a longer search. */
  boolean neverBeats(Series longer) {
    for (int seed = 0; seed < plans.size(); seed++) {
      if (longer.plans.get(seed).compositeTs() > plans.get(seed).compositeTs() + 1e-6) {
        return false;
      }
    }
    return true;
  }

  /** How long each search was, for people. */
  String length() {
    var millis = time.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
