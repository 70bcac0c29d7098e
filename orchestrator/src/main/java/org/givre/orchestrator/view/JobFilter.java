package org.givre.orchestrator.view;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.orchestrator.job.JobPhase;

/**
 * Which jobs a list shows; what is empty does not restrict it.
 *
 * @param phases any of these
 * @param labels all of these
 * @param createdAfter engine time; later than this
 */
public record JobFilter(
    SortedSet<JobPhase> phases,
    Optional<String> externalRef,
    SortedMap<String, String> labels,
    Optional<Instant> createdAfter) {
  public JobFilter {
    phases = new TreeSet<>(phases);
    labels = new TreeMap<>(labels);
  }

  boolean accepts(JobSummary job) {
    return (phases.isEmpty() || phases.contains(job.phase()))
        && (externalRef.isEmpty() || externalRef.equals(job.order().externalRef()))
        && job.order().labels().entrySet().containsAll(labels.entrySet())
        && createdAfter.stream().allMatch(time -> job.submittedAt().isAfter(time));
  }
}
