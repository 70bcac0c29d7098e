package org.givre.orchestrator.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.OpenRequest;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * Jobs that are not over, as they last offered themselves, and what they want: to be served, to
 * rest, or to be cancelled. In memory only: jobs offer again.
 */
final class Workload {
  private static final Comparator<Offered> FIRST_COME =
      Comparator.comparing(Offered::submittedAt).thenComparing(Offered::job);

  /** Offers for these reasons change nothing that is planned. */
  private static final List<Why> HARMLESS =
      List.of(Why.SUBMITTED, Why.RELEASED, Why.RECOVERED, Why.REMINDED, Why.PROGRESSED);

  private final SortedMap<JobId, Offered> offers = new TreeMap<>();
  private final SortedSet<JobId> withheld = new TreeSet<>();

  void add(Offered offer) {
    offers.put(offer.job(), offer);
    withheld.remove(offer.job());
  }

  void remove(JobId job) {
    offers.remove(job);
    withheld.remove(job);
  }

  /** Nothing is begun for the job until it offers itself again. */
  void withhold(JobId job) {
    withheld.add(job);
  }

  /**
   * Whether somebody for whom the task is has asked for a rest.
   *
   * @param homeless tubes that go to a port, whoever rests
   */
  boolean rests(PickerTask task, SortedSet<TubeId> homeless) {
    return requestsOf(task, homeless).stream().map(RequestKey::job).anyMatch(this::rests);
  }

  /** Whether nothing may be begun for the job now. */
  boolean rests(JobId job) {
    return withheld.contains(job)
        || of(job).filter(offer -> offer.intent() != Intent.SERVE).isPresent();
  }

  Optional<Offered> of(JobId job) {
    return Optional.ofNullable(offers.get(job));
  }

  SortedMap<JobId, Offered> byId() {
    return Collections.unmodifiableSortedMap(offers);
  }

  /** Every job, first come first. */
  List<Offered> jobs() {
    return offers.values().stream().sorted(FIRST_COME).toList();
  }

  /** Jobs that want to be served, first come first. */
  List<Offered> serving() {
    return serving(offers);
  }

  static List<Offered> serving(SortedMap<JobId, Offered> offers) {
    return offers.values().stream()
        .filter(offer -> offer.intent() == Intent.SERVE)
        .sorted(FIRST_COME)
        .toList();
  }

  /**
   * Jobs that wait to hear that nothing is under way for them, or for a part of them: paused, being
   * cancelled, or with requests that were skipped before they were picked.
   */
  List<Offered> awaitingStanding() {
    return offers.values().stream().filter(Workload::awaitsStanding).toList();
  }

  private static boolean awaitsStanding(Offered job) {
    return job.intent() != Intent.SERVE
        || job.open().stream().anyMatch(open -> open.unwanted() && open.inTransit().isEmpty());
  }

  /** Why an offer asks for another plan, in a word: of a job that rests, that it does. */
  static String causeOf(Offered offer) {
    var rests = offer.intent() == Intent.CANCEL ? Why.CANCELLED : Why.PAUSED;
    var why = offer.intent() == Intent.SERVE ? offer.why() : rests;
    return why.name().toLowerCase(Locale.ROOT);
  }

  /** Whether what is planned may have become wrong by it. */
  static boolean changesPlan(Offered offer) {
    return !HARMLESS.contains(offer.why());
  }

  /** Whether a plan for it cannot wait until more has come: what is in a carrier is to go back. */
  static boolean isUrgent(Offered offer) {
    var goesBack = offer.why() == Why.PROGRESSED && offer.intent() != Intent.SERVE;
    return goesBack || changesPlan(offer);
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

  /** Requests that a task serves: picks for them, puts back or unloads their tubes. */
  List<RequestKey> requestsOf(PickerTask task) {
    if (task instanceof LiftTask lift) {
      return lift.picks().stream().map(p -> new RequestKey(p.job(), p.request())).toList();
    }
    if (task instanceof PlaceTask place) {
      return place.places().stream().map(p -> new RequestKey(p.job(), p.request())).toList();
    }
    return requestsOf(((UnloadTask) task).tubes()).toList();
  }

  /** The same, but an unload without those that are homeless. */
  private List<RequestKey> requestsOf(PickerTask task, SortedSet<TubeId> homeless) {
    if (task instanceof UnloadTask unload) {
      return requestsOf(unload.tubes().stream().filter(t -> !homeless.contains(t)).toList())
          .toList();
    }
    return requestsOf(task);
  }

  private Stream<RequestKey> requestsOf(Collection<TubeId> carriedTubes) {
    var carried = carried();
    return carriedTubes.stream().flatMap(tube -> Optional.ofNullable(carried.get(tube)).stream());
  }

  /** Jobs that a task serves. */
  SortedSet<JobId> jobsOf(PickerTask task) {
    return requestsOf(task).stream()
        .map(RequestKey::job)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Whether everybody still wants what the task does.
   *
   * @param held whether the site is held: then nobody wants anything delivered
   * @param homeless tubes that go to a port, whoever wants them
   */
  boolean wants(PickerTask task, boolean held, SortedSet<TubeId> homeless) {
    if (task instanceof LiftTask) {
      return !held && requestsOf(task).stream().allMatch(this::wantsPick);
    }
    if (task instanceof PlaceTask) {
      return requestsOf(task).stream().noneMatch(request -> !held && wantsDelivery(request));
    }
    return requestsOf(task, homeless).stream().allMatch(r -> !held && wantsDelivery(r));
  }

  private boolean wantsPick(RequestKey request) {
    return open(request).filter(o -> !o.unwanted() && o.inTransit().isEmpty()).isPresent();
  }

  private boolean wantsDelivery(RequestKey request) {
    return !rests(request.job()) && open(request).filter(o -> !o.unwanted()).isPresent();
  }

  private Optional<OpenRequest> open(RequestKey request) {
    return of(request.job()).stream()
        .flatMap(job -> job.open().stream())
        .filter(open -> open.index() == request.request())
        .findFirst();
  }

  /**
   * Whether tasks that are open do everything that {@code job} wants done now.
   *
   * @param waiting requests that wait for company
   */
  static boolean isCovered(Offered job, DispatchState state, SortedSet<RequestKey> waiting) {
    var picks = state.requestsToPick();
    picks.addAll(waiting);
    var leaving = state.tubesLeaving();
    return job.open().stream().allMatch(open -> isCovered(job, open, picks, leaving));
  }

  private static boolean isCovered(
      Offered job, OpenRequest open, SortedSet<RequestKey> picks, SortedSet<TubeId> leaving) {
    if (open.inTransit().isPresent()) {
      return leaving.contains(open.inTransit().get());
    }
    return open.unwanted()
        || job.intent() != Intent.SERVE
        || picks.contains(new RequestKey(job.job(), open.index()));
  }

  /** Open requests that tasks serve which are open. */
  SortedSet<RequestKey> covered(DispatchState state) {
    var picks = state.requestsToPick();
    var leaving = state.tubesLeaving();
    var covered = new TreeSet<RequestKey>();
    for (var job : offers.values()) {
      job.open().stream()
          .filter(open -> isCovered(job, open, picks, leaving))
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
        && job.intent() != Intent.CANCEL
        && job.spec().deadlineAt().filter(at -> !at.isAfter(now)).isPresent()
        && !state.isBegun(job.job());
  }
}
