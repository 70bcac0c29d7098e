package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** What a job tells dispatch. */
public sealed interface JobNotice extends DispatchMessage {
  JobId job();

  /**
   * Here is work. Repeats replace what was said before, and lift a {@link Withhold}. Where the
   * intent is not to be served, dispatch answers with {@link JobReport.ReportStanding}.
   *
   * @param begun whether a robot has begun with the job: then its deadline cannot end it any more
   * @param priority now, whatever the job was submitted with
   * @param company how it waits for company, as it knows
   * @param goesAlone whether it waits for nobody
   * @param open requests that are not over, those whose tube is in a carrier included
   */
  record Offered(
      JobId job,
      JobSpec spec,
      Instant submittedAt,
      boolean begun,
      int priority,
      Route route,
      CompanyWait company,
      boolean goesAlone,
      Intent intent,
      List<OpenRequest> open,
      Why why)
      implements JobNotice {
    public Offered {
      open = List.copyOf(open);
    }
  }

  /** The job is over, held or unknown: dispatch may forget it. */
  record Withdrawn(JobId job) implements JobNotice {}

  /**
   * Hold still: issue nothing more for this job until it offers itself again, and say at once what
   * is under way for it, in a {@link JobReport.ReportStanding}.
   *
   * @param question comes back with the answer, so that no older one is taken for it
   */
  record Withhold(JobId job, String question) implements JobNotice {}

  /**
   * Answer to {@link JobReport.ReportTaskEnded} and {@link JobReport.ReportAnnounced}: the job's
   * part of it is durable. What is open now was said just before.
   */
  record Noted(JobId job, String taskId) implements JobNotice {}

  /**
   * A request that is not over.
   *
   * @param candidates tubes that may serve it, best first, without those that were missed
   * @param inTransit the tube that is in a carrier for it
   * @param unwanted whether an operator has skipped it: nothing is to be picked for it, and a tube
   *     that was is to go back
   */
  record OpenRequest(
      int index, List<TubeId> candidates, Optional<TubeId> inTransit, boolean unwanted) {
    public OpenRequest {
      candidates = List.copyOf(candidates);
    }
  }

  /** What a job wants of dispatch. */
  enum Intent {
    SERVE,
    /** Begin nothing; what a carrier cannot hold for long goes back. */
    PAUSE,
    /** Begin nothing; what is in a carrier goes back. */
    CANCEL
  }

  /** Why a job offers itself. */
  enum Why {
    SUBMITTED,
    RELEASED,
    /** After a restart, of the job or of dispatch. */
    RECOVERED,
    /** What is open has changed, as a task ended or a request failed. */
    PROGRESSED,
    /** It has waited for long, or its deadline has come. */
    REMINDED,
    PAUSED,
    RESUMED,
    CANCELLED,
    REROUTED,
    REPRIORITIZED,
    SKIPPED,
    RETRIED,
    /** What was withheld may go on: nothing was decided that would change it. */
    UNCHANGED
  }
}
