package org.givre.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.givre.orchestrator.dispatch.planning.PlanClock;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.company.CompanyTerms;
import org.givre.plans.company.Patience;

/**
 * Whether work whose due time lies ahead waits for others that need the same racks, and for how
 * long. Times in engine time.
 *
 * @param longestWait from its submission, however far its due time is
 * @param share of what it would cost alone that it may add to a lift to go along
 * @param margin how long before it must begin for its due time it begins
 * @param highestPriority jobs that are more urgent go at once
 */
public record CompanySettings(
    boolean enabled, Duration longestWait, double share, Duration margin, int highestPriority) {
  private static final double MILLIS = 1e3;

  /** Nothing waits; the rest as {@code reference.conf} has it. */
  public static final CompanySettings OFF =
      new CompanySettings(false, Duration.ofHours(1), 0.7, Duration.ofMinutes(5), 7);

  /** The same, switched on, with another longest wait. */
  public CompanySettings on(Duration wait) {
    return new CompanySettings(true, wait, share, margin, highestPriority);
  }

  CompanyTerms terms() {
    return new CompanyTerms(longestWait.toMillis() / MILLIS, share, margin.toMillis() / MILLIS);
  }

  /** How long the job may wait; empty where it goes at once. */
  Optional<Patience> patience(Offered job, PlanClock clock) {
    if (!enabled || job.goesAlone() || job.priority() > highestPriority) {
      return Optional.empty();
    }
    var since = later(job.submittedAt(), job.spec().notBefore().orElse(Instant.MIN));
    return job.spec()
        .dueAt()
        .map(due -> earlier(due, job.spec().deadlineAt().orElse(Instant.MAX)))
        .map(due -> new Patience(clock.seconds(since), clock.seconds(due)));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
