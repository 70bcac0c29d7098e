package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.check.Verdict;
import org.givre.plans.check.Violation;

/**
 * What an alternative comes to, less what the plan comes to: positive figures are worse.
 *
 * @param breaks what the judge finds in the alternative and not in the plan
 * @param delaySeconds by job, for those whose last delivery moves; negative for earlier
 */
public record Difference(
    double exposureTs,
    double makespanSeconds,
    double weightedTardinessSeconds,
    double compositeTs,
    List<Violation> breaks,
    SortedMap<Integer, Double> delaySeconds) {
  /** Deliveries that move by less stay where they are: rounding. */
  private static final double SAME_SECONDS = 1e-6;

  public Difference {
    breaks = List.copyOf(breaks);
    delaySeconds = Collections.unmodifiableSortedMap(new TreeMap<>(delaySeconds));
  }

  static Difference of(Verdict plan, Verdict alternative) {
    return new Difference(
        alternative.exposure().totalTs() - plan.exposure().totalTs(),
        alternative.makespanSeconds() - plan.makespanSeconds(),
        alternative.weightedTardinessSeconds() - plan.weightedTardinessSeconds(),
        alternative.compositeTs() - plan.compositeTs(),
        breaks(plan, alternative),
        delays(plan, alternative));
  }

  /** Whether the alternative breaks nothing that the plan does not break. */
  public boolean isAllowed() {
    return breaks.isEmpty();
  }

  /** Violations are the same when they are of one kind and about one thing. */
  private static List<Violation> breaks(Verdict plan, Verdict alternative) {
    var known = new HashMap<String, Integer>();
    plan.violations().forEach(violation -> known.merge(key(violation), 1, Integer::sum));
    var found = new ArrayList<Violation>();
    for (var violation : alternative.violations()) {
      if (known.merge(key(violation), -1, Integer::sum) < 0) {
        found.add(violation);
      }
    }
    return found;
  }

  private static String key(Violation violation) {
    return violation.kind() + " " + violation.subject();
  }

  private static SortedMap<Integer, Double> delays(Verdict plan, Verdict alternative) {
    var delays = new TreeMap<Integer, Double>();
    for (Map.Entry<Integer, Double> delivery : alternative.jobDeliveredSeconds().entrySet()) {
      var before = plan.jobDeliveredSeconds().get(delivery.getKey());
      if (before != null && Math.abs(delivery.getValue() - before) > SAME_SECONDS) {
        delays.put(delivery.getKey(), delivery.getValue() - before);
      }
    }
    return delays;
  }
}
