package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.givre.plans.check.OpEvaluation;
import org.givre.plans.explain.PlanSummary.JobLine;
import org.givre.plans.explain.PlanSummary.LiftLine;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.PlanOp;

/** Sums a plan up. */
final class Overview {
  private final Comparison comparison;
  private final Catalogue catalogue;
  private final Map<Integer, Integer> requestOfTube = new HashMap<>();
  private final Map<Integer, Double> exposureOfJob = new HashMap<>();
  private final List<LiftLine> lifts = new ArrayList<>();

  private Overview(Comparison comparison) {
    this.comparison = comparison;
    this.catalogue = comparison.catalogue();
  }

  static PlanSummary of(Comparison comparison) {
    var overview = new Overview(comparison);
    var ops = new ArrayList<>(comparison.verdict().ops());
    ops.sort(Comparator.comparingDouble(OpEvaluation::startSeconds));
    ops.forEach(overview::add);
    var jobs = comparison.catalogue().instance().jobs().stream().map(overview::line).toList();
    return new PlanSummary(overview.lifts, jobs);
  }

  private void add(OpEvaluation done) {
    var op = comparison.plan().ops().get(done.op());
    if (op instanceof PlanOp.Lift lift) {
      var requests = lift.picks().stream().map(pick -> pick.request()).toList();
      lift.picks().forEach(pick -> requestOfTube.put(pick.tube(), pick.request()));
      share(done, requests);
      lifts.add(
          new LiftLine(
              done.op(), lift, done.endSeconds(), jobs(requests), done.exposure().totalTs()));
    } else if (op instanceof PlanOp.Unload unload) {
      share(done, unload.tubes().stream().map(this::request).toList());
    }
  }

  private int request(int tube) {
    return requestOfTube.getOrDefault(tube, catalogue.requestOfCarried(tube).orElse(-1));
  }

  private List<Integer> jobs(List<Integer> requests) {
    return requests.stream()
        .flatMap(request -> catalogue.jobOf(request).stream())
        .map(InstanceJob::id)
        .distinct()
        .sorted()
        .toList();
  }

  private void share(OpEvaluation done, List<Integer> requests) {
    for (int request : requests) {
      double each = done.exposure().totalTs() / requests.size();
      catalogue.jobOf(request).ifPresent(j -> exposureOfJob.merge(j.id(), each, Double::sum));
    }
  }

  private JobLine line(InstanceJob job) {
    var verdict = comparison.verdict();
    var delivered =
        job.requests().stream()
            .filter(request -> verdict.requestDeliveredSeconds().containsKey(request.id()))
            .count();
    var last = verdict.jobDeliveredSeconds().getOrDefault(job.id(), Double.NaN);
    return new JobLine(
        job.id(),
        job.requests().size(),
        (int) delivered,
        Double.isNaN(last) ? OptionalDouble.empty() : OptionalDouble.of(last),
        Double.isNaN(last) ? 0 : Math.max(0, last - job.dueSeconds().orElse(last)),
        exposureOfJob.getOrDefault(job.id(), 0.0));
  }
}
