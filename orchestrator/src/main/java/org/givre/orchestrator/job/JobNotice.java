package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** What a job tells dispatch. */
public sealed interface JobNotice {
  JobId job();

  /**
   * Here is work. Repeats replace what was said before.
   *
   * @param begun whether a robot has begun with the job: then its deadline cannot end it any more
   * @param open requests that are not over, those whose tube is in a carrier included
   */
  record Offered(
      JobId job, JobSpec spec, Instant submittedAt, boolean begun, List<OpenRequest> open, Why why)
      implements JobNotice {
    public Offered {
      open = List.copyOf(open);
    }
  }

  /** The job is over, held or unknown: dispatch may forget it. */
  record Withdrawn(JobId job) implements JobNotice {}

  /**
   * Answer to {@link JobReport.ReportTaskEnded}: the job's part of it is durable. What is open now
   * was said just before.
   */
  record Noted(JobId job, String taskId) implements JobNotice {}

  /**
   * A request that is not over.
   *
   * @param candidates tubes that may serve it, best first, without those that were missed
   * @param inTransit the tube that is in a carrier for it
   */
  record OpenRequest(int index, List<TubeId> candidates, Optional<TubeId> inTransit) {
    public OpenRequest {
      candidates = List.copyOf(candidates);
    }
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
    REMINDED
  }
}
