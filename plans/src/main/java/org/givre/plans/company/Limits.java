package org.givre.plans.company;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.instance.InstanceJob;

/** By when what may wait must go. */
final class Limits {
  /** What must go so soon goes now: to look again after less would save nothing. */
  private static final double SOON_SECONDS = 10;

  private final WaitingWork work;
  private final CompanyTerms terms;

  Limits(WaitingWork work, CompanyTerms terms) {
    this.work = work;
    this.terms = terms;
  }

  /**
   * By request that may wait still: when it must go.
   *
   * @param together a plan of everything that waits
   */
  SortedMap<Integer, Double> until(QuickPlan together) {
    var until = new TreeMap<Integer, Double>();
    var free = free(together);
    double soon = work.instance().nowSeconds() + SOON_SECONDS;
    for (var job : work.instance().jobs()) {
      var latest = latestStart(job, together);
      if (latest.isPresent() && latest.get() > soon) {
        for (var request : job.requests()) {
          if (free.contains(request.id())) {
            until.put(request.id(), latest.get());
          }
        }
      }
    }
    return until;
  }

  /** What can be served, and has neither been let go nor picked. */
  private Set<Integer> free(QuickPlan together) {
    var free = together.served();
    free.removeAll(work.going());
    for (var picker : work.instance().pickers()) {
      picker.initialLoad().stream()
          .flatMapToInt(carried -> carried.request().stream())
          .forEach(free::remove);
    }
    return free;
  }

  private Optional<Double> latestStart(InstanceJob job, QuickPlan together) {
    return Optional.ofNullable(work.patience().get(job.id()))
        .map(patience -> terms.latestStart(patience, together.serviceSeconds(job)));
  }
}
