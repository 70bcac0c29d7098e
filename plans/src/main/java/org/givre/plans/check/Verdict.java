package org.givre.plans.check;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the judge says about a plan.
 *
 * @param violations in the order of execution, then what can only be told at the end; none for a
 *     valid plan
 * @param makespanSeconds the last delivery, on the instance's clock; the clock where nothing is
 *     delivered
 * @param weightedTardinessSeconds by priority, against soft due times
 * @param compositeTs exposure plus the prices of makespan and tardiness
 * @param ops every operation that could be evaluated, in the order of the plan's list
 * @param tubeWeightedSeconds by tube id, what each listed or carried tube receives in all; absent
 *     where it is nothing
 * @param requestDeliveredSeconds by request id, when its tube has been unloaded
 * @param jobDeliveredSeconds by job id, its last delivery
 */
public record Verdict(
    List<Violation> violations,
    ExposureBreakdown exposure,
    double makespanSeconds,
    double weightedTardinessSeconds,
    double compositeTs,
    List<OpEvaluation> ops,
    SortedMap<Integer, Double> tubeWeightedSeconds,
    SortedMap<Integer, Double> requestDeliveredSeconds,
    SortedMap<Integer, Double> jobDeliveredSeconds) {
  public Verdict {
    violations = List.copyOf(violations);
    ops = List.copyOf(ops);
    tubeWeightedSeconds = Collections.unmodifiableSortedMap(new TreeMap<>(tubeWeightedSeconds));
    requestDeliveredSeconds =
        Collections.unmodifiableSortedMap(new TreeMap<>(requestDeliveredSeconds));
    jobDeliveredSeconds = Collections.unmodifiableSortedMap(new TreeMap<>(jobDeliveredSeconds));
  }

  /** Whether nothing is broken: only then may the plan be carried out. */
  public boolean isValid() {
    return violations.isEmpty();
  }

  /** Whether something of this kind is broken. */
  public boolean has(ViolationKind kind) {
    return violations.stream().anyMatch(violation -> violation.kind() == kind);
  }
}
