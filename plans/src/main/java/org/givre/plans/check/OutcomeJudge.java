package org.givre.plans.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;

/** Judges what can only be told at the end: budgets, deadlines, and whether everything is done. */
final class OutcomeJudge {
  private final PlanCourse course;
  private final Instance instance;
  private final SortedMap<Integer, Double> delivered;
  private final SortedMap<Integer, Double> deliveredByJob = new TreeMap<>();

  OutcomeJudge(PlanCourse course) {
    this.course = course;
    this.instance = course.index().instance();
    this.delivered = course.requests().deliveredSeconds();
    for (var job : instance.jobs()) {
      job.requests().stream()
          .filter(request -> delivered.containsKey(request.id()))
          .mapToDouble(request -> delivered.getOrDefault(request.id(), 0.0))
          .max()
          .ifPresent(last -> deliveredByJob.put(job.id(), last));
    }
  }

  /** The verdict, once every operation has been judged. */
  Verdict verdict(List<OpEvaluation> ops) {
    course.racks().values().forEach(rack -> rack.checkBudgets(course.findings()));
    checkTubeBudgets();
    instance.jobs().forEach(this::checkJob);
    checkFinished();
    var inPlanOrder = new ArrayList<>(ops);
    inPlanOrder.sort(Comparator.comparingInt(OpEvaluation::op));
    var exposure =
        ops.stream()
            .map(OpEvaluation::exposure)
            .reduce(ExposureBreakdown.NONE, ExposureBreakdown::plus);
    return verdict(inPlanOrder, exposure);
  }

  private Verdict verdict(List<OpEvaluation> ops, ExposureBreakdown exposure) {
    var makespan =
        delivered.values().stream().mapToDouble(d -> d).max().orElse(instance.nowSeconds());
    var tardiness = instance.jobs().stream().mapToDouble(this::weightedTardiness).sum();
    var prices = instance.prices();
    return new Verdict(
        course.findings().violations(),
        exposure,
        makespan,
        tardiness,
        exposure.totalTs()
            + prices.makespanTubeSecondsPerSecond() * makespan
            + prices.tardinessTubeSecondsPerSecond() * tardiness,
        ops,
        course.totals().byTube(),
        delivered,
        deliveredByJob);
  }

  private double weightedTardiness(InstanceJob job) {
    if (job.dueSeconds().isEmpty() || !deliveredByJob.containsKey(job.id())) {
      return 0;
    }
    var late = deliveredByJob.getOrDefault(job.id(), 0.0) - job.dueSeconds().getAsDouble();
    return job.priority() * Math.max(0, late);
  }

  private void checkTubeBudgets() {
    for (var tube : instance.tubes()) {
      var received = course.totals().of(tube.id());
      if (Slack.after(received, tube.budgetSeconds())) {
        note(
            ViolationKind.BUDGET,
            "tube " + tube.id(),
            "may still get %s weighted seconds, but gets %s"
                .formatted(Wording.number(tube.budgetSeconds()), Wording.number(received)));
      }
    }
  }

  private void checkJob(InstanceJob job) {
    for (var request : job.requests()) {
      if (!delivered.containsKey(request.id())) {
        note(ViolationKind.UNSERVED, "request " + request.id(), "is not delivered");
      }
    }
    var last = deliveredByJob.getOrDefault(job.id(), Double.NEGATIVE_INFINITY);
    var deadline = job.deadlineSeconds().orElse(Double.POSITIVE_INFINITY);
    if (Slack.after(last, deadline)) {
      note(
          ViolationKind.DEADLINE,
          "job " + job.id(),
          "must be delivered by %s s, but its last tube comes at %s s"
              .formatted(Wording.number(deadline), Wording.number(last)));
    }
  }

  private void checkFinished() {
    for (var picker : course.pickers().values()) {
      if (!picker.carrier().isEmpty()) {
        note(
            ViolationKind.UNFINISHED,
            picker.name(),
            "still carries tubes %s at the end".formatted(picker.carrier().keySet()));
      }
    }
    for (var due : instance.returns()) {
      if (!course.isReturned(due.tube())) {
        note(
            ViolationKind.UNFINISHED,
            "return of tube " + due.tube(),
            "is not placed in rack %d level %d".formatted(due.rack(), due.level()));
      }
    }
  }

  private void note(ViolationKind kind, String subject, String message) {
    course.findings().add(kind, subject, message);
  }
}
