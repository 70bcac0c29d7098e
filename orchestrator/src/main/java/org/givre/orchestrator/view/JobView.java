package org.givre.orchestrator.view;

import java.util.List;
import java.util.Optional;
import org.givre.plans.store.JobId;

/** Finds jobs and their events; lags behind the jobs themselves by the time an event travels. */
public interface JobView {
  /** How many jobs there ever were. */
  int count();

  Optional<JobSummary> job(JobId id);

  /** What waiting for company has come to. */
  CompanySaving saving();

  /**
   * Up to {@code limit} jobs that {@code filter} accepts, by id.
   *
   * @param newestFirst falling ids
   * @param after where the page before ended
   */
  List<JobSummary> jobs(JobFilter filter, boolean newestFirst, Optional<JobId> after, int limit);

  /** Where up to {@code limit} public events that concern the job are, after {@code floor}. */
  long[] eventOffsets(JobId job, long floor, int limit);

  /** The latest plan with a place for the job. */
  Optional<JobPlan> plan(JobId job);
}
