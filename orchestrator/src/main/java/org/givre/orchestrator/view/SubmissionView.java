package org.givre.orchestrator.view;

import java.time.Instant;
import java.util.Optional;
import org.givre.plans.store.JobId;

/** By which key each job was submitted, so that a repeated submission is known. */
public interface SubmissionView {
  /** The latest submission with that key, unless it is too old by {@code wallNow} to be known. */
  Optional<Submission> withKey(String key, Instant wallNow);

  /**
   * A submission with an idempotency key.
   *
   * @param fingerprint of the body that came with it
   * @param at wall time
   */
  record Submission(JobId job, String fingerprint, Instant at) {}
}
