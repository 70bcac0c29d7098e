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
import org.givre.orchestrator.dispatch.planning.Whereabouts.Standing;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.Request;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/** Jobs with requests to plan: tubes to pick, and tubes in carriers that only need unloading. */
final class JobsInPlan {
  /** Priority 5 weighs 1; each step above doubles it, each below halves it. */
  private static final int ORDINARY_PRIORITY = 5;

  private final StoreDefinition store;
  private final PlanningInput input;
  private final AllowedPickers pickers;
  private final CarrierLoads loads;
  private final SortedMap<RequestKey, List<TubeId>> alternatives = new TreeMap<>();
  private final SortedSet<JobId> begun = new TreeSet<>();
  private final List<JobId> ids = new ArrayList<>();
  private final List<RequestKey> requests = new ArrayList<>();

  JobsInPlan(
      StoreDefinition store,
      PlanningInput input,
      CarrierLoads loads,
      List<WaitingRequest> waiting) {
    this.store = store;
    this.input = input;
    this.loads = loads;
    this.pickers = new AllowedPickers(store, input);
    waiting.forEach(
        w -> alternatives.put(w.key(), w.candidates().stream().map(JobsInPlan::tube).toList()));
    loads.toDeliver().forEach(this::addCarried);
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

  private void addCarried(LoadedTube carried) {
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
    var jobs = new ArrayList<InstanceJob>();
    for (var id : ids) {
      var offer = Optional.ofNullable(offers.get(id));
      var elsewhere = of(id).stream().filter(key -> mustGoElsewhere(key, offer)).toList();
      var rest = of(id).stream().filter(key -> !elsewhere.contains(key)).toList();
      if (!rest.isEmpty()) {
        jobs.add(
            offer
                .map(job -> job(job, requests(rest, names), names, clock))
                .orElseGet(() -> orphan(names.id(id), requests(rest, names))));
      }
      if (!elsewhere.isEmpty()) {
        jobs.add(orphan(ids.size() + names.id(id), requests(elsewhere, names)));
      }
    }
    return jobs;
  }

  /** Whether the tube is in a carrier that does not get to the job's port. */
  private boolean mustGoElsewhere(RequestKey key, Optional<Offered> job) {
    var port = job.flatMap(JobsInPlan::port);
    var tube = Optional.ofNullable(alternatives.get(key)).orElseThrow().get(0);
    return port.isPresent()
        && loads
            .carrierOf(tube)
            .flatMap(store::picker)
            .filter(picker -> !picker.ports().contains(port.get()))
            .isPresent();
  }

  /** Where alone the job's tubes are to go. */
  static Optional<PortId> port(Offered job) {
    return job.route().port().or(() -> job.spec().port());
  }

  private InstanceJob job(Offered job, List<Request> asked, PlanNames names, PlanClock clock) {
    var spec = job.spec();
    var release = clock.seconds(spec.notBefore().orElse(job.submittedAt()));
    var due = clock.seconds(spec.dueAt().orElse(job.submittedAt()));
    return new InstanceJob(
        names.id(job.job()),
        Math.pow(2, job.priority() - ORDINARY_PRIORITY),
        release,
        OptionalDouble.of(due),
        spec.deadlineAt()
            .map(at -> deadline(job, clock.seconds(at)))
            .orElse(OptionalDouble.empty()),
        port(job).map(port -> OptionalInt.of(names.id(port))).orElse(OptionalInt.empty()),
        pickers.inInstance(job, names),
        asked);
  }

  /** A deadline that a job in progress has missed binds no more. */
  private OptionalDouble deadline(Offered job, double seconds) {
    return seconds <= 0 && begun.contains(job.job())
        ? OptionalDouble.empty()
        : OptionalDouble.of(seconds);
  }

  /** Tubes that must leave the carrier, wherever to. */
  private static InstanceJob orphan(int id, List<Request> asked) {
    return new InstanceJob(
        id,
        1,
        0,
        OptionalDouble.of(0),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        List.of(),
        asked);
  }

  private List<Request> requests(List<RequestKey> keys, PlanNames names) {
    return keys.stream().map(key -> request(key, names)).toList();
  }

  private Request request(RequestKey key, PlanNames names) {
    var tubes = Optional.ofNullable(alternatives.get(key)).orElseThrow();
    return new Request(names.id(key), tubes.stream().map(names::id).toList());
  }
}
