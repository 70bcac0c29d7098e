package org.givre.orchestrator.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.OpenRequest;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * Jobs that wait for service, as they last offered themselves. In memory only: jobs offer again.
 */
final class Workload {
  private static final Comparator<Offered> FIRST_COME =
      Comparator.comparing(Offered::submittedAt).thenComparing(Offered::job);

  private final SortedMap<JobId, Offered> offers = new TreeMap<>();

  void add(Offered offer) {
    offers.put(offer.job(), offer);
  }

  void remove(JobId job) {
    offers.remove(job);
  }

  Optional<Offered> of(JobId job) {
    return Optional.ofNullable(offers.get(job));
  }

  /** First come first. */
  List<Offered> jobs() {
    return offers.values().stream().sorted(FIRST_COME).toList();
  }

  /** Every tube that may serve an open request. */
  SortedSet<TubeId> candidates() {
    var tubes = new TreeSet<TubeId>();
    offers.values().forEach(job -> job.open().forEach(open -> tubes.addAll(open.candidates())));
    return tubes;
  }

  /** What is in carriers, and for whom. */
  SortedMap<TubeId, RequestKey> carried() {
    var carried = new TreeMap<TubeId, RequestKey>();
    offers.values().forEach(job -> job.open().forEach(open -> addCarried(job, open, carried)));
    return carried;
  }

  private static void addCarried(
      Offered job, OpenRequest open, SortedMap<TubeId, RequestKey> carried) {
    open.inTransit().ifPresent(tube -> carried.put(tube, new RequestKey(job.job(), open.index())));
  }

  /** Whether tasks that are open serve everything that {@code job} has open. */
  static boolean isCovered(Offered job, DispatchState state) {
    var picks = state.requestsToPick();
    var unloads = state.tubesToUnload();
    return job.open().stream().allMatch(open -> isCovered(job, open, picks, unloads));
  }

  private static boolean isCovered(
      Offered job, OpenRequest open, SortedSet<RequestKey> picks, SortedSet<TubeId> unloads) {
    return open.inTransit().filter(tube -> unloads.contains(tube)).isPresent()
        || picks.contains(new RequestKey(job.job(), open.index()));
  }

  /** Open requests that tasks serve which are open. */
  SortedSet<RequestKey> covered(DispatchState state) {
    var picks = state.requestsToPick();
    var unloads = state.tubesToUnload();
    var covered = new TreeSet<RequestKey>();
    for (var job : offers.values()) {
      job.open().stream()
          .filter(open -> isCovered(job, open, picks, unloads))
          .forEach(open -> covered.add(new RequestKey(job.job(), open.index())));
    }
    return covered;
  }

  /** Jobs whose deadline has passed before anything was begun. */
  List<Offered> expired(Instant now, DispatchState state) {
    return jobs().stream().filter(job -> isExpired(job, now, state)).toList();
  }

  static boolean isExpired(Offered job, Instant now, DispatchState state) {
    return !job.begun()
        && job.spec().deadlineAt().filter(at -> !at.isAfter(now)).isPresent()
        && !state.isBegun(job.job());
  }
}
