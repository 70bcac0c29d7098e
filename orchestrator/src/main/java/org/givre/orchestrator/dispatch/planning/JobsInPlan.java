package org.givre.orchestrator.dispatch.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.orchestrator.dispatch.planning.CarrierLoads.Carried;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Standing;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.Request;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** Jobs with requests to plan: tubes to pick, and tubes in carriers that only need unloading. */
final class JobsInPlan {
  /** Priority 5 weighs 1; each step above doubles it, each below halves it. */
  private static final int ORDINARY_PRIORITY = 5;

  private final PlanningInput input;
  private final SortedMap<RequestKey, List<TubeId>> alternatives = new TreeMap<>();
  private final SortedSet<JobId> begun = new TreeSet<>();
  private final List<JobId> ids = new ArrayList<>();
  private final List<RequestKey> requests = new ArrayList<>();

  JobsInPlan(PlanningInput input, CarrierLoads loads, List<WaitingRequest> waiting) {
    this.input = input;
    waiting.forEach(
        w -> alternatives.put(w.key(), w.candidates().stream().map(JobsInPlan::tube).toList()));
    loads.all().forEach(this::addCarried);
    input.jobs().stream().filter(Offered::begun).forEach(job -> begun.add(job.job()));
    input.runningPicks().forEach(pick -> begun.add(pick.job()));
    input.jobs().stream().map(Offered::job).forEach(this::number);
    new TreeSet<>(alternatives.keySet())
        .stream()
            .map(RequestKey::job)
            .distinct()
            .filter(job -> !ids.contains(job))
            .forEach(this::number);
  }

  private static TubeId tube(Standing standing) {
    return standing.found().tube().id();
  }

  private void addCarried(Carried carried) {
    alternatives.put(carried.request(), List.of(carried.tube()));
    begun.add(carried.request().job());
  }

  private void number(JobId job) {
    var own = of(job);
    if (!own.isEmpty()) {
      ids.add(job);
      requests.addAll(own);
    }
  }

  private List<RequestKey> of(JobId job) {
    var first = new RequestKey(job, 0);
    return alternatives.tailMap(first).keySet().stream()
        .takeWhile(key -> key.job().equals(job))
        .toList();
  }

  /** First come first; at the end those whose tubes are carried though they do not wait. */
  List<JobId> ids() {
    return ids;
  }

  /** By job, then as asked. */
  List<RequestKey> requests() {
    return requests;
  }

  SortedSet<JobId> begun() {
    return begun;
  }

  List<InstanceJob> inInstance(PlanNames names, PlanClock clock) {
    var offers = new TreeMap<JobId, Offered>();
    input.jobs().forEach(job -> offers.put(job.job(), job));
    return ids.stream()
        .map(id -> job(id, Optional.ofNullable(offers.get(id)), names, clock))
        .toList();
  }

  private InstanceJob job(JobId id, Optional<Offered> offer, PlanNames names, PlanClock clock) {
    var asked = of(id).stream().map(key -> request(key, names)).toList();
    return offer
        .map(job -> job(job, asked, names, clock))
        .orElseGet(() -> orphan(id, asked, names));
  }

  private InstanceJob job(Offered job, List<Request> asked, PlanNames names, PlanClock clock) {
    var spec = job.spec();
    var release = clock.seconds(spec.notBefore().orElse(job.submittedAt()));
    var due = clock.seconds(spec.dueAt().orElse(job.submittedAt()));
    return new InstanceJob(
        names.id(job.job()),
        Math.pow(2, spec.priority() - ORDINARY_PRIORITY),
        release,
        OptionalDouble.of(due),
        spec.deadlineAt()
            .map(at -> deadline(job, clock.seconds(at)))
            .orElse(OptionalDouble.empty()),
        spec.port().map(port -> OptionalInt.of(names.id(port))).orElse(OptionalInt.empty()),
        List.of(),
        asked);
  }

  /** A deadline that a job in progress has missed binds no more. */
  private OptionalDouble deadline(Offered job, double seconds) {
    return seconds <= 0 && begun.contains(job.job())
        ? OptionalDouble.empty()
        : OptionalDouble.of(seconds);
  }

  /** Nobody asks for its tubes any more, but they must leave the carrier. */
  private static InstanceJob orphan(JobId id, List<Request> asked, PlanNames names) {
    return new InstanceJob(
        names.id(id),
        1,
        0,
        OptionalDouble.of(0),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        List.of(),
        asked);
  }

  private Request request(RequestKey key, PlanNames names) {
    var tubes = Optional.ofNullable(alternatives.get(key)).orElseThrow();
    return new Request(names.id(key), tubes.stream().map(names::id).toList());
  }
}
