package org.givre.orchestrator.dispatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobSpec;

/** How a job must wait for company. */
final class CompanyModel {
  private final JobSpec spec;
  private final Instant submitted;
  private final Optional<Duration> longestWait;
  private final SortedSet<Integer> requests = new TreeSet<>();
  private boolean declined;

  /**
   * A job that does not wait yet.
   *
   * @param longestWait empty where nobody may wait
   */
  CompanyModel(JobSpec spec, Instant submitted, Optional<Duration> longestWait) {
    this.spec = spec;
    this.submitted = submitted;
    this.longestWait = longestWait;
  }

  boolean waits() {
    return !requests.isEmpty();
  }

  boolean waits(int request) {
    return requests.contains(request);
  }

  SortedSet<Integer> requests() {
    return requests;
  }

  /** Takes what was told; what is wrong with it, or nothing. */
  Optional<String> awaited(CompanyWait company) {
    requests.clear();
    requests.addAll(company.requests());
    return waits() ? wrong(company) : Optional.empty();
  }

  private Optional<String> wrong(CompanyWait company) {
    var until = company.until().orElseThrow();
    if (declined) {
      return Optional.of("waits though it was let go");
    }
    if (spec.dueAt().isEmpty() || until.isAfter(spec.dueAt().get())) {
      return Optional.of("waits past its due time");
    }
    if (spec.deadlineAt().filter(until::isAfter).isPresent()) {
      return Optional.of("waits past its deadline");
    }
    return until.isAfter(latest()) ? Optional.of("waits too long") : Optional.empty();
  }

  /** A second more than it may: times of plans are rounded. */
  private Instant latest() {
    var since = spec.notBefore().filter(submitted::isBefore).orElse(submitted);
    return since.plus(longestWait.orElse(Duration.ZERO)).plusSeconds(1);
  }

  void declined() {
    declined = true;
    over();
  }

  void over() {
    requests.clear();
  }
}
