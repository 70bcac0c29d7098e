package org.givre.plans.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;

/** Why a job waits: follows its first and its last operation back, and puts its lifts first. */
final class WaitQuestion {
  private final Comparison comparison;
  private final InstanceJob job;
  private final Reworking plan;

  /** Tubes that are delivered for the job, by request. */
  private final SortedMap<Integer, Integer> tubes = new TreeMap<>();

  private final List<Integer> lifts;

  WaitQuestion(Comparison comparison, InstanceJob job) {
    this.comparison = comparison;
    this.job = job;
    plan = comparison.rework();
    for (var request : job.requests()) {
      request.alternatives().stream()
          .filter(t -> comparison.catalogue().requestOfCarried(t).orElse(-1) == request.id())
          .forEach(tube -> tubes.put(request.id(), tube));
    }
    lifts = plan.numbers(lift -> own(lift).findAny().isPresent());
    lifts.forEach(lift -> own(plan.lift(lift)).forEach(p -> tubes.put(p.request(), p.tube())));
  }

  private Stream<Pick> own(PlanOp.Lift lift) {
    return lift.picks().stream()
        .filter(pick -> job.requests().stream().anyMatch(own -> own.id() == pick.request()));
  }

  WaitExplanation answer() {
    var first = lifts.isEmpty() ? firstStop() : OptionalInt.of(lifts.get(0));
    var last = lastStop();
    var delivered = Optional.ofNullable(comparison.verdict().jobDeliveredSeconds().get(job.id()));
    return new WaitExplanation(
        job.id(),
        first,
        chain(first),
        last,
        chain(last),
        delivered.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        doneFirst());
  }

  private List<Wait> chain(OptionalInt operation) {
    return operation.isPresent()
        ? WaitChain.of(comparison, job.id(), operation.getAsInt())
        : List.of();
  }

  private OptionalInt firstStop() {
    return tubes.values().stream().flatMapToInt(tube -> stop(tube).stream()).findFirst();
  }

  /** Where the tube is unloaded that is delivered last. */
  private OptionalInt lastStop() {
    return comparison.verdict().requestDeliveredSeconds().entrySet().stream()
        .filter(delivery -> tubes.containsKey(delivery.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(delivery -> stop(tubes.getOrDefault(delivery.getKey(), -1)))
        .orElse(OptionalInt.empty());
  }

  private OptionalInt stop(int tube) {
    return plan.steps().stream()
        .filter(step -> step.op() instanceof PlanOp.Unload u && u.tubes().contains(tube))
        .mapToInt(Step::number)
        .findFirst();
  }

  /** The plan with the job's earliest delivery, of those that break least. */
  private Optional<Alternative> doneFirst() {
    var trials = new Trials(comparison);
    var first = new FirstOfAll(comparison.catalogue(), job, lifts, tubes.values());
    return first.trials(plan).stream()
        .flatMap(trial -> trials.judged(trial).stream())
        .min(
            Comparator.comparingInt((Alternative a) -> a.difference().breaks().size())
                .thenComparingDouble(this::delivered)
                .thenComparingDouble(a -> a.difference().compositeTs()));
  }

  private double delivered(Alternative alternative) {
    return alternative
        .verdict()
        .jobDeliveredSeconds()
        .getOrDefault(job.id(), Double.POSITIVE_INFINITY);
  }
}
