package org.givre.orchestrator.job;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.OpenRequest;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/**
 * A dispatch for one job, with a robot, as simple as can be: it keeps its word, at random times.
 * What a crash of it takes away is all but the tasks and the carrier.
 */
final class ModelDispatch {
  private static final Instant NOON = SampleStates.NOON;
  private static final PickerId PICKER = SampleStates.PICKER;
  private static final RackId RACK = SampleStates.RACK;
  private static final Cause CAUSE = Cause.policy("test", "job-1", "");

  private final SplittableRandom dice;
  private final JobId job;
  private final ActorRef<JobNotice> self;
  private final SortedMap<String, Task> tasks = new TreeMap<>();
  private final SortedMap<Integer, TubeId> carrier = new TreeMap<>();
  private final Queue<JobReport> toJob = new ArrayDeque<>();
  private Optional<Offered> offer = Optional.empty();
  private boolean withheld;
  private int issued;

  ModelDispatch(SplittableRandom dice, JobId job, ActorRef<JobNotice> self) {
    this.dice = dice;
    this.job = job;
    this.self = self;
  }

  /** What a task does. */
  enum Kind {
    LIFT,
    UNLOAD,
    BACK
  }

  /** A task that is not settled. */
  private static final class Task {
    final String id;
    final Kind kind;
    final SortedMap<Integer, TubeId> tubes;
    boolean begun;
    Optional<JobReport> end = Optional.empty();

    Task(String id, Kind kind, SortedMap<Integer, TubeId> tubes) {
      this.id = id;
      this.kind = kind;
      this.tubes = tubes;
    }
  }

  /** What it has told the job, and the job has not heard yet. */
  Queue<JobReport> toJob() {
    return toJob;
  }

  /** Tasks that pick or unload, and whose end {@code state} has not heard of. */
  SortedSet<String> disturbing(JobState state) {
    var open = new TreeSet<String>();
    tasks.values().stream()
        .filter(task -> task.kind != Kind.BACK && !state.endedTasks().contains(task.id))
        .forEach(task -> open.add(task.id));
    return open;
  }

  SortedMap<Integer, TubeId> carrier() {
    return carrier;
  }

  void hear(JobNotice notice) {
    if (notice instanceof Offered offered) {
      offer = Optional.of(offered);
      withheld = false;
      if (offered.intent() != Intent.SERVE) {
        pick(task -> !task.begun && task.kind != Kind.BACK).ifPresent(this::recall);
        tellStanding(Optional.empty());
      }
    } else if (notice instanceof JobNotice.Withhold withhold) {
      withheld = true;
      if (offer.isPresent()) {
        tellStanding(Optional.of(withhold.question()));
      } else {
        toJob.add(new JobReport.ReportDispatchStarted(CAUSE));
      }
    } else if (notice instanceof JobNotice.Noted noted) {
      tasks.remove(noted.taskId());
      tellStandingOfARestingJob();
    } else {
      offer = Optional.empty();
    }
  }

  private void tellStanding(Optional<String> question) {
    var underway = tasks.values().stream().map(ModelDispatch::under).toList();
    var intent = offer.orElseThrow().intent();
    toJob.add(new JobReport.ReportStanding(question, intent, underway, NOON, CAUSE));
  }

  private static Underway under(Task task) {
    var rack = Optional.of(RACK).filter(r -> task.kind != Kind.UNLOAD);
    return new Underway(task.id, rack, NOON, NOON, new TreeSet<>(task.tubes.keySet()));
  }

  private void tellStandingOfARestingJob() {
    if (offer.filter(o -> o.intent() != Intent.SERVE).isPresent()) {
      tellStanding(Optional.empty());
    }
  }

  private Optional<Task> pick(Predicate<Task> which) {
    var found = tasks.values().stream().filter(t -> t.end.isEmpty()).filter(which).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(dice.nextInt(found.size())));
  }

  /** Does something, if there is something to do. */
  void act() {
    switch (dice.nextInt(6)) {
      case 0, 1 -> issue();
      case 2, 3 -> pick(task -> true).ifPresent(this::goOn);
      case 4 -> tasks.values().stream().flatMap(t -> t.end.stream()).forEach(toJob::add);
      default ->
          pick(task -> !task.begun).filter(t -> dice.nextInt(4) == 0).ifPresent(this::refuse);
    }
  }

  /** Everything in memory is lost, and what is on its way. */
  void crash() {
    toJob.clear();
    offer = Optional.empty();
    withheld = false;
    toJob.add(new JobReport.ReportDispatchStarted(CAUSE));
  }

  private void issue() {
    var kinds = Kind.values();
    offer.filter(o -> !withheld).ifPresent(o -> issue(o, kinds[dice.nextInt(kinds.length)]));
  }

  private void issue(Offered known, Kind kind) {
    var tubes = new TreeMap<Integer, TubeId>();
    for (var open : known.open()) {
      if (isDue(known.intent(), open, kind) && isFree(open) && dice.nextBoolean()) {
        tubes.put(open.index(), open.inTransit().orElseGet(() -> open.candidates().get(0)));
      }
    }
    if (!tubes.isEmpty()) {
      var id = "t%03d".formatted(++issued);
      tasks.put(id, new Task(id, kind, tubes));
      tellStandingOfARestingJob();
    }
  }

  private boolean isDue(Intent intent, OpenRequest open, Kind kind) {
    var serves = intent == Intent.SERVE && !open.unwanted();
    return switch (kind) {
      case LIFT -> serves && open.inTransit().isEmpty() && !open.candidates().isEmpty();
      case UNLOAD -> serves && open.inTransit().isPresent();
      case BACK -> !serves && open.inTransit().isPresent();
    };
  }

  private boolean isFree(OpenRequest open) {
    return tasks.values().stream().noneMatch(task -> task.tubes.containsKey(open.index()));
  }

  private void goOn(Task task) {
    if (task.begun) {
      end(task);
    } else {
      task.begun = true;
      if (task.kind == Kind.LIFT && dice.nextBoolean()) {
        var requests = List.copyOf(task.tubes.keySet());
        toJob.add(new JobReport.ReportLiftStarted(task.id, RACK, requests, CAUSE));
      }
    }
  }

  private void refuse(Task task) {
    tasks.remove(task.id);
    tellStandingOfARestingJob();
  }

  private void recall(Task task) {
    over(task, 0, new Outcome());
  }

  /** What a task has brought about. */
  private static final class Outcome {
    final List<ServedRequest> picked = new ArrayList<>();
    final List<MissedRequest> missed = new ArrayList<>();
    final List<Delivery> delivered = new ArrayList<>();
    final List<Returned> returned = new ArrayList<>();
  }

  private void end(Task task) {
    var outcome = new Outcome();
    task.tubes.forEach((request, tube) -> handle(task, request, tube, outcome));
    over(task, 5, outcome);
  }

  private void handle(Task task, int request, TubeId tube, Outcome outcome) {
    if (dice.nextInt(8) == 0) {
      carrier.remove(request);
      outcome.missed.add(new MissedRequest(job, request, tube, Finding.EMPTY));
    } else if (task.kind == Kind.LIFT) {
      carrier.put(request, tube);
      outcome.picked.add(new ServedRequest(job, request, tube));
      if (dice.nextBoolean()) {
        toJob.add(new JobReport.ReportPicked(request, tube, PICKER, CAUSE));
      }
    } else if (task.kind == Kind.UNLOAD) {
      carrier.remove(request);
      var port = new PortId("P1");
      var delivery = new Delivery(job, request, tube, port, 1, NOON, 20, 12, 2, -171);
      outcome.delivered.add(delivery);
      if (dice.nextBoolean()) {
        toJob.add(new JobReport.ReportDelivered(task.id, delivery, CAUSE));
      }
    } else {
      carrier.remove(request);
      var position = new Position(RACK, 1, Well.parse("A1"));
      outcome.returned.add(new Returned(job, request, tube, position, NOON, 9, 9, 1, -170));
    }
  }

  private void over(Task task, double tubeSeconds, Outcome outcome) {
    var report =
        new JobReport.ReportTaskEnded(
            task.id,
            PICKER,
            tubeSeconds,
            outcome.picked,
            outcome.missed,
            outcome.delivered,
            outcome.returned,
            CAUSE,
            self);
    task.end = Optional.of(report);
    toJob.add(report);
  }
}
