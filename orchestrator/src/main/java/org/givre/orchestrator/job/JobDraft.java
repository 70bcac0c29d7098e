package org.givre.orchestrator.job;

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
    advance(JobPhase.RUNNING, JobPhase.QUEUED, JobPhase.PLANNED);
  }

  void request(int index, UnaryOperator<RequestState> change) {
    requests.set(index, change.apply(requests.get(index)));
  }

  void eachRequest(UnaryOperator<RequestState> change) {
    requests.replaceAll(change);
  }

  /** A task serves the job; harmless when its end is known already. */
  void open(String taskId) {
    if (!endedTasks.contains(taskId)) {
      openTasks.add(taskId);
    }
  }

  /** A task is over and its exposure shared; only the first time counts. */
  void end(String taskId, double tubeSeconds) {
    openTasks.remove(taskId);
    if (endedTasks.add(taskId)) {
      actualTubeSeconds += tubeSeconds;
    }
  }

  JobState toState(long revision) {
    return new JobState(
        before.id(),
        before.spec(),
        phase,
        revision,
        before.submittedAt(),
        hold,
        blockers,
        plan,
        actualTubeSeconds,
        requests,
        openTasks,
        endedTasks,
        reason);
  }
}
