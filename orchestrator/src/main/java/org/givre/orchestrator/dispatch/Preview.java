package org.givre.orchestrator.dispatch;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * A plan that is only looked at.
 *
 * @param plan as it would be adopted; empty where none is valid
 * @param previewed ids of the jobs that were looked at, as they were given; nobody else knows them
 * @param tubes weighted tube-seconds that each tube of the plan would get
 * @param blockers what keeps jobs waiting, in part or in all
 * @param deliveries of every job, before and after
 */
public record Preview(
    Optional<PlanAdopted> plan,
    List<JobId> previewed,
    SortedMap<TubeId, Double> tubes,
    SortedMap<JobId, List<Blocker>> blockers,
    List<Delivery> deliveries) {
  public Preview {
    previewed = List.copyOf(previewed);
    tubes = Collections.unmodifiableSortedMap(new TreeMap<>(tubes));
    blockers = Collections.unmodifiableSortedMap(new TreeMap<>(blockers));
    deliveries = List.copyOf(deliveries);
  }

  /**
   * When a job's last tube is delivered.
   *
   * @param before by the adopted plan; empty where it has no place in it
   * @param after by the plan that was looked at
   */
  public record Delivery(JobId job, Optional<Instant> before, Optional<Instant> after) {}
}
