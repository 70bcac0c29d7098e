package org.givre.orchestrator.dispatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.ActionEvent;
import org.givre.devices.sim.TubePlace;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** Reads the journal of a play with all models, and compares it with what was answered. */
final class Reading implements WorkModel.Standings {
  private final Play play;
  private final List<String> complaints = new ArrayList<>();
  private final SortedSet<String> edges = new TreeSet<>();
  private final SortedMap<String, JobModel> jobs = new TreeMap<>();
  private final SortedMap<String, ServiceModel> services = new TreeMap<>();
  private final SortedMap<String, Integer> recorded = new TreeMap<>();
  private final SortedMap<String, SortedMap<Long, Object>> pictures = new TreeMap<>();
  private final SortedMap<String, Decided> open = new TreeMap<>();
  private final SortedMap<String, Integer> decisions = new TreeMap<>();
  private final WorkModel work = new WorkModel(this, complaints::add);
  private final Rests rests;

  /** An action whose effects are being read. */
  private record Decided(Sent sent, Entry entry, Expected expected, List<String> effects) {}

  Reading(Play play) {
    this.play = play;
    var carriers =
        new CarrierLimit(
            play.script(), play.starts(), t -> service(t).servedSince(t), complaints::add);
    rests = new Rests(work, carriers, complaints::add);
  }

  /** Everything that is not as it must be. */
  List<String> complaints() {
    return complaints;
  }

  SortedSet<String> edges() {
    return edges;
  }

  List<Rests.Pause> pauses() {
    return rests.pauses();
  }

  /** How often each verb was decided, and how. */
  SortedMap<String, Integer> decisions() {
    return decisions;
  }

  WorkModel work() {
    return work;
  }

  void read(List<Entry> entries) {
    entries.forEach(this::hear);
    List.copyOf(open.keySet()).forEach(this::close);
    rests.finish();
    checkAudit();
    play.seen().forEach(this::checkSeen);
    checkEnd();
  }

  @Override
  public boolean isPaused(JobId job) {
    return model(job.value()).phase == JobPhase.PAUSED;
  }

  @Override
  public boolean isOver(JobId job) {
    return model(job.value()).over();
  }

  private JobModel model(String job) {
    return Optional.ofNullable(jobs.get(job)).orElseThrow();
  }

  /** How the job stood at each of its revisions. */
  private SortedMap<Long, Object> pictures(String job) {
    return pictures.computeIfAbsent(job, id -> new TreeMap<>());
  }

  @Override
  public String modeOf(Target target) {
    return service(target).mode;
  }

  private ServiceModel service(Target target) {
    return services.computeIfAbsent(target.persistenceId(), id -> ServiceModel.of(target));
  }

  private void hear(Entry entry) {
    Optional.ofNullable(open.get(entry.persistenceId()))
        .filter(decided -> !entry.isEffectOf(decided.sent().action().id()))
        .ifPresent(decided -> close(entry.persistenceId()));
    if (entry.event() instanceof ActionEvent event) {
      decided(entry, event);
    }
    if (entry.event() instanceof JobEvent event) {
      heardJob(entry, event);
    }
    work.hear(entry);
  }

  private void heardJob(Entry entry, JobEvent event) {
    if (event instanceof JobEvent.JobSubmitted submitted) {
      var company = new CompanyModel(submitted.spec(), entry.at(), play.script().longestWait());
      jobs.put(entry.id(), new JobModel(submitted.spec(), company, edges, complaints::add));
    } else {
      var job = model(entry.id());
      var before = job.phase;
      job.hear(entry);
      rests.hear(entry, before, job);
      checkLost(event, job, entry);
      checkPlanned(event, entry);
      Optional.ofNullable(open.get(entry.persistenceId()))
          .filter(decided -> entry.isEffectOf(decided.sent().action().id()))
          .ifPresent(decided -> decided.effects().add(entry.name()));
    }
    remember(entry);
  }

  /** A request may be given up only when all its candidates have left the store. */
  private void checkLost(JobEvent event, JobModel job, Entry entry) {
    if (event instanceof JobEvent.RequestFailed failed) {
      var candidates = job.spec.requests().get(failed.request()).candidates();
      if (!work.unloaded().containsAll(candidates)) {
        complaints.add("given up though not all of " + candidates + " are gone: " + entry);
      }
    }
  }

  /** Whatever the planner is asked, the judge must pass what it finds. */
  private void checkPlanned(JobEvent event, Entry entry) {
    if (event instanceof JobEvent.JobBlocked blocked
        && blocked.blockers().stream().anyMatch(b -> b.code().equals("no-valid-plan"))) {
      complaints.add("no valid plan: " + entry);
    }
  }

  private void remember(Entry entry) {
    var job = model(entry.id());
    pictures(entry.id()).put(job.revision, job.picture());
  }

  private void decided(Entry entry, ActionEvent event) {
    var id = event.action().id();
    recorded.merge(id, 1, Integer::sum);
    var sent = play.sent().stream().filter(s -> s.action().id().equals(id)).findFirst();
    if (sent.isEmpty() || !sent.get().target().persistenceId().equals(entry.persistenceId())) {
      complaints.add("nobody has sent this there: " + entry);
      return;
    }
    var action = sent.get().action();
    var target = sent.get().target();
    var job = target.kind() == Target.Kind.JOB;
    var expected =
        job ? new JobRules(model(target.id())).expected(action) : service(target).expected(action);
    if (!event.action().refusal().equals(expected.refusal())) {
      complaints.add("expected %s, but it was %s".formatted(expected, entry));
    }
    var how = expected.refusal().orElse(expected.effects().isEmpty() ? "idle" : "done");
    decisions.merge(target.kind() + " " + action.type() + " " + how, 1, Integer::sum);
    if (job) {
      open.put(entry.persistenceId(), new Decided(sent.get(), entry, expected, new ArrayList<>()));
    } else {
      service(target).hear(event.action(), entry.at());
      compareService(sent.get());
    }
  }

  private void compareService(Sent sent) {
    var service = service(sent.target());
    sent.answer().ifPresent(a -> compare(sent, a, service.revision, service.allowed()));
  }

  private void compare(Sent sent, ActionAnswer answer, long revision, List<String> allowed) {
    if (answer.revision() != revision || !answer.allowed().equals(allowed)) {
      complaints.add(
          "%s answered revision %d and %s; expected %d and %s"
              .formatted(sent, answer.revision(), answer.allowed(), revision, allowed));
    }
  }

  /** All effects of a job's action are read. */
  private void close(String persistenceId) {
    var decided = open.remove(persistenceId);
    var expected = decided.expected().effects();
    var effects = decided.effects();
    var right =
        expected.isEmpty()
            ? effects.isEmpty()
            : !effects.isEmpty() && expected.contains(effects.get(0));
    if (!right) {
      complaints.add("expected %s of %s, but %s".formatted(expected, decided.entry(), effects));
    }
    var job = model(decided.sent().target().id());
    decided
        .sent()
        .answer()
        .ifPresent(
            answer -> compare(decided.sent(), answer, job.revision, new JobRules(job).allowed()));
  }

  /** Exactly one record of every action that was answered, and that as it was answered. */
  private void checkAudit() {
    for (var sent : play.sent()) {
      var times = recorded.getOrDefault(sent.action().id(), 0);
      var unknown = sent.answer().flatMap(ActionAnswer::refusal).filter("job-not-found"::equals);
      var right =
          unknown.isPresent() ? times == 0 : times == 1 || (times == 0 && sent.answer().isEmpty());
      if (!right) {
        complaints.add("%s was recorded %d times".formatted(sent, times));
      }
    }
  }

  private void checkSeen(JobState job) {
    var expected = pictures(job.id().value()).get(job.revision());
    var picture = new TreeMap<String, Object>();
    picture.put("phase", job.phase());
    picture.put("hold", job.hold());
    picture.put("begun", job.begun());
    picture.put("priority", job.priority());
    picture.put("route", job.route());
    picture.put("company", job.company().requests());
    picture.put(
        "requests",
        job.requests().stream().map(r -> r.phase() + (r.unwanted() ? "!" : "")).toList());
    picture.put("allowed", job.allowed());
    if (!picture.equals(expected)) {
      complaints.add("expected %s, but saw %s".formatted(expected, picture));
    }
    var warm =
        !job.openTasks().isEmpty()
            || job.requests().stream().anyMatch(r -> r.phase() == RequestPhase.PICKING);
    if (job.phase() == JobPhase.PAUSED && warm) {
      complaints.add("paused and warm: " + job);
    }
    if (job.phase() == JobPhase.PAUSING && job.promisedAt().isEmpty()) {
      complaints.add("pausing without a promise: " + job);
    }
  }

  private void checkEnd() {
    work.leftOver().forEach(this::mustBeEmpty);
    var delivered = new TreeMap<TubeId, Integer>();
    jobs.values().stream()
        .flatMap(job -> job.requests.stream())
        .filter(request -> request.phase == RequestPhase.DELIVERED)
        .forEach(request -> delivered.merge(request.tube.orElseThrow(), 1, Integer::sum));
    for (var tube : play.truth()) {
      var id = tube.tube().id();
      var out = tube.place() instanceof TubePlace.InRack ? 0 : 1;
      var counts =
          List.of(
              tube.picks(),
              tube.places(),
              tube.picks() - tube.places(),
              delivered.getOrDefault(id, 0));
      var expected = List.of(work.picks(id), work.places(id), out, out);
      if (!counts.equals(expected)) {
        complaints.add(
            "%s: picks, places, away, delivered are %s; expected %s"
                .formatted(tube, counts, expected));
      }
    }
  }

  private void mustBeEmpty(Object left) {
    if (!left.toString().matches("\\[\\]|\\{\\}")) {
      complaints.add("left in the end: " + left);
    }
  }
}
