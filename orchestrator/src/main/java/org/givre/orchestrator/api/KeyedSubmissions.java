package org.givre.orchestrator.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.job.JobSpec.Idempotency;
import org.givre.orchestrator.view.SubmissionView;
import org.givre.orchestrator.view.SubmissionView.Submission;
import org.givre.plans.store.JobId;

/**
 * Which job each key stands for: those that the journal knows, and those on their way into it. A
 * key is given its job's id before the job is told, and keeps it even when the job's answer is
 * lost: who sends the same again asks the same job, and a job is submitted only once.
 */
final class KeyedSubmissions {
  /**
   * On the wall, and far longer than it takes until a job is durable and seen, or never will be.
   */
  private static final Duration ON_ITS_WAY = Duration.ofHours(1);

  /** More than come in an hour. */
  private static final int MOST_ON_THEIR_WAY = 100_000;

  private final SubmissionView durable;
  private final EngineTime time;

  /** Oldest first. */
  private final Map<String, Submission> onTheirWay = new LinkedHashMap<>();

  KeyedSubmissions(SubmissionView durable, EngineTime time) {
    this.durable = durable;
    this.time = time;
  }

  /**
   * A job that a key stands for.
   *
   * @param isNew whether it has just been given to the key
   */
  record Claim(JobId job, boolean isNew) {}

  /** The job that the key stands for already; refuses a key that came with another body. */
  synchronized Optional<JobId> known(Idempotency given) {
    return submission(given.key()).map(before -> checked(given, before));
  }

  /** Gives the key a job, unless it has one; refuses a key that came with another body. */
  synchronized Claim claim(Idempotency given, Supplier<JobId> ids) {
    var known = known(given);
    if (known.isPresent()) {
      return new Claim(known.get(), false);
    }
    var now = time.wall().instant();
    onTheirWay.values().removeIf(older -> older.at().plus(ON_ITS_WAY).isBefore(now));
    if (onTheirWay.size() == MOST_ON_THEIR_WAY) {
      onTheirWay.remove(onTheirWay.keySet().iterator().next());
    }
    var job = ids.get();
    onTheirWay.put(given.key(), new Submission(job, given.fingerprint(), now));
    return new Claim(job, true);
  }

  private Optional<Submission> submission(String key) {
    var now = time.wall().instant();
    return durable.withKey(key, now).or(() -> onItsWay(key, now));
  }

  private Optional<Submission> onItsWay(String key, Instant now) {
    return Optional.ofNullable(onTheirWay.get(key))
        .filter(submission -> submission.at().plus(ON_ITS_WAY).isAfter(now));
  }

  private static JobId checked(Idempotency given, Submission before) {
    if (!before.fingerprint().equals(given.fingerprint())) {
      throw Problem.of(
              ProblemCode.IDEMPOTENCY_KEY_REUSED,
              "The key came with another body before, for job %s. Take a new key for something new."
                  .formatted(before.job()))
          .thrown();
    }
    return before.job();
  }
}
