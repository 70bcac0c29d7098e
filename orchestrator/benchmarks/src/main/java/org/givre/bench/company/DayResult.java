package org.givre.bench.company;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.givre.plans.check.Verdict;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.PlanOp.Lift;
import org.givre.plans.instance.PlanOp.Unload;

/**
 * What has come of a day.
 *
 * @param verdict of the judge, on all that was carried out as one plan
 * @param atOnceTs by job that has waited: what it would have got if it had gone at once
 */
record DayResult(
    Instance day, Verdict verdict, List<Step> steps, SortedMap<Integer, Double> atOnceTs) {

  double exposureTs() {
    return verdict.exposure().totalTs();
  }

  int tubes() {
    return verdict.requestDeliveredSeconds().size();
  }

  long lifts() {
    return steps.stream().filter(step -> step.op() instanceof Lift).count();
  }

  /** Minutes from arrival to last delivery, of such jobs. */
  List<Double> minutes(Predicate<InstanceJob> which) {
    return day.jobs().stream()
        .filter(which)
        .map(job -> (delivered(job) - job.releaseSeconds()) / 60)
        .toList();
  }

  private double delivered(InstanceJob job) {
    return verdict.jobDeliveredSeconds().getOrDefault(job.id(), Double.POSITIVE_INFINITY);
  }

  /** Jobs that were due after their arrival, and were late. */
  SortedSet<Integer> late() {
    var late = new TreeSet<Integer>();
    for (var job : day.jobs()) {
      double due = job.dueSeconds().orElse(Double.POSITIVE_INFINITY);
      if (due > job.releaseSeconds() && delivered(job) > due) {
        late.add(job.id());
      }
    }
    return late;
  }

  /** What those that have waited would have got at once, minus what they got. */
  double toldSavingTs() {
    var shares = shares();
    return atOnceTs.entrySet().stream()
        .mapToDouble(job -> job.getValue() - shares.getOrDefault(job.getKey(), 0.0))
        .sum();
  }

  /** Each job's share of the exposure, a lift's by picks and an unload's by tubes. */
  private SortedMap<Integer, Double> shares() {
    var jobOf = new TreeMap<Integer, Integer>();
    day.jobs().forEach(job -> job.requests().forEach(r -> jobOf.put(r.id(), job.id())));
    var requestOf = new TreeMap<Integer, Integer>();
    var shares = new TreeMap<Integer, Double>();
    for (var step : steps) {
      if (step.op() instanceof Lift lift) {
        lift.picks().forEach(pick -> requestOf.put(pick.tube(), pick.request()));
      }
      var requests =
          step.op() instanceof Lift lift
              ? lift.picks().stream().map(pick -> pick.request()).toList()
              : ((Unload) step.op()).tubes().stream().map(requestOf::get).toList();
      double each = step.exposureTs() / requests.size();
      requests.forEach(request -> shares.merge(jobOf.get(request), each, Double::sum));
    }
    return shares;
  }
}
