package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobState.PlanShare;

/** A job's state while an event changes it; never leaves {@link JobState#changed}. */
final class JobDraft {
  private final JobState before;
  private final List<RequestState> requests;
  private final SortedSet<String> openTasks;
  private final SortedSet<String> endedTasks;
  JobPhase phase;
  boolean hold;
  private boolean begun;
  int priority;
  Route route;
  CompanyWait company;
  private boolean goesAlone;
  private Optional<Instant> promisedAt;
  private List<Underway> underway;
  List<Blocker> blockers;
  Optional<PlanShare> plan;
  double actualTubeSeconds;
  String reason;

  JobDraft(JobState before) {
    this.before = before;
    requests = new ArrayList<>(before.requests());
    openTasks = new TreeSet<>(before.openTasks());
    endedTasks = new TreeSet<>(before.endedTasks());
    phase = before.phase();
    hold = before.hold();
    begun = before.begun();
    priority = before.priority();
    route = before.route();
    company = before.company();
    goesAlone = before.goesAlone();
    promisedAt = before.promisedAt();
    underway = before.underway();
    blockers = before.blockers();
    plan = before.plan();
    actualTubeSeconds = before.actualTubeSeconds();
    reason = before.reason();
  }

  /** Moves on to {@code next} from any of {@code from}. */
  void advance(JobPhase next, JobPhase... from) {
    if (List.of(from).contains(phase)) {
      phase = next;
    }
  }

  /** A robot has begun with the job. */
  void run() {
    begun = true;
    advance(JobPhase.RUNNING, JobPhase.QUEUED, JobPhase.PLANNED);
  }

  void request(int index, UnaryOperator<RequestState> change) {
    requests.set(index, change.apply(requests.get(index)));
  }

  void eachRequest(UnaryOperator<RequestState> change) {
    requests.replaceAll(change);
  }

  /** A task serves the job, which does not rest then; harmless when its end is known already. */
  void open(String taskId) {
    if (!endedTasks.contains(taskId)) {
      openTasks.add(taskId);
      advance(JobPhase.PAUSING, JobPhase.PAUSED);
    }
  }

  /**
   * A task is over and its exposure shared; only the first time counts. One that brought nothing
   * about, as it was taken back in time, leaves the job as if it had never been.
   */
  void close(String taskId, double tubeSeconds) {
    if (openTasks.remove(taskId) || tubeSeconds > 0) {
      run();
    }
    if (endedTasks.add(taskId)) {
      actualTubeSeconds += tubeSeconds;
    }
  }

  /** Nothing more is to begin, and this is under way still. */
  void pausing(Instant promised, List<Underway> still) {
    advance(JobPhase.PAUSING, JobPhase.QUEUED, JobPhase.PLANNED, JobPhase.RUNNING, JobPhase.PAUSED);
    company = company.over();
    promisedAt = Optional.of(promised);
    underway = still;
  }

  /** It does not wait for company any more. */
  void goAlone() {
    goesAlone = true;
    company = company.over();
  }

  /** Nothing is under way; the plan has no place for a job that rests. */
  void paused() {
    phase = JobPhase.PAUSED;
    company = company.over();
    settle();
    unplan();
  }

  /** The job goes on where it was, or is planned again. */
  void resumed() {
    var runs = phase == JobPhase.PAUSING && begun;
    phase = runs ? JobPhase.RUNNING : JobPhase.QUEUED;
    settle();
    if (!runs) {
      unplan();
    }
  }

  void cancelling(Optional<Instant> promised, List<Underway> still) {
    phase = JobPhase.CANCELLING;
    company = company.over();
    hold = false;
    promisedAt = promised;
    underway = still;
    unplan();
  }

  /** The job is over, and with it what it had not got when it was cancelled. */
  void end(JobPhase how) {
    phase = how;
    company = company.over();
    blockers = List.of();
    settle();
    if (how == JobPhase.CANCELLED) {
      eachRequest(RequestState::cancelled);
    }
  }

  private void settle() {
    promisedAt = Optional.empty();
    underway = List.of();
  }

  private void unplan() {
    plan = Optional.empty();
    eachRequest(request -> request.planned(Optional.empty()));
  }

  JobState toState(long revision) {
    return new JobState(
        before.id(),
        before.spec(),
        phase,
        revision,
        before.submittedAt(),
        hold,
        begun,
        priority,
        route,
        company,
        goesAlone,
        promisedAt,
        underway,
        blockers,
        plan,
        actualTubeSeconds,
        requests,
        openTasks,
        endedTasks,
        reason);
  }
}
