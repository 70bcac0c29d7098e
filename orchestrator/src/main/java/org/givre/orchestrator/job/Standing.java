package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is under way for a job, as dispatch has told it: what a job waits for before it rests.
 *
 * @param underway tasks whose end the job has not heard of
 * @param promisedAt when the last of them will be over
 */
record Standing(List<Underway> underway, Instant promisedAt) {
  /** Where dispatch has nothing to say: of a job that was never offered. */
  static final Standing NOTHING = new Standing(List.of(), Instant.EPOCH);

  Standing {
    underway = List.copyOf(underway);
  }

  /** What dispatch has told, without what {@code job} knows to be over. */
  static Standing of(JobReport.ReportStanding report, JobState job) {
    var open = report.underway().stream().filter(t -> !job.endedTasks().contains(t.taskId()));
    return new Standing(open.toList(), report.promisedAt());
  }

  /** The task that serves {@code request}. */
  Optional<Underway> serving(int request) {
    return underway.stream().filter(task -> task.requests().contains(request)).findFirst();
  }

  /** What follows for {@code job}, by the intent that dispatch has {@code heard} of it. */
  List<JobEvent> news(JobState job, JobNotice.Intent heard) {
    var news = new ArrayList<>(job.letGo(request -> serving(request.index()).isEmpty()));
    switch (job.phase()) {
      case PAUSING, PAUSED -> pausing(job).ifPresent(news::add);
      case CANCELLING -> {
        if (heard == JobNotice.Intent.CANCEL) {
          cancelling(job).ifPresent(news::add);
        }
      }
      default -> {}
    }
    return news;
  }

  private Optional<JobEvent> pausing(JobState job) {
    if (isRestFor(job)) {
      return Optional.of(new JobEvent.JobPaused());
    }
    return isNewTo(job)
        ? Optional.of(new JobEvent.JobPausing(promisedAt, underway))
        : Optional.empty();
  }

  private Optional<JobEvent> cancelling(JobState job) {
    if (isRestFor(job) && !job.has(RequestPhase.IN_TRANSIT)) {
      return Optional.of(new JobEvent.JobEnded(JobPhase.CANCELLED, job.reason()));
    }
    var promise = underway.isEmpty() ? job.promisedAt() : Optional.of(promisedAt);
    return isNewTo(job)
        ? Optional.of(new JobEvent.JobCancelling(job.reason(), promise, underway))
        : Optional.empty();
  }

  /** Whether nothing is out of the cold for {@code job}, or about to be; a carrier is cold. */
  boolean isRestFor(JobState job) {
    return underway.isEmpty() && job.openTasks().isEmpty() && !job.has(RequestPhase.PICKING);
  }

  /** Another forecast of the same is no news: a promise stands until the work changes. */
  private boolean isNewTo(JobState job) {
    var known = job.underway();
    return known.size() != underway.size()
        || !underway.stream().allMatch(task -> known.stream().anyMatch(task::same));
  }
}
