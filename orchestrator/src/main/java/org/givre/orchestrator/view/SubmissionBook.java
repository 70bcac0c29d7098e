package org.givre.orchestrator.view;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.job.JobEvent.JobSubmitted;
import org.givre.orchestrator.view.SubmissionView.Submission;
import org.givre.plans.store.JobId;

/** Submissions by key. Not thread-safe. */
final class SubmissionBook {
  /** The API's promise: a client that was away for a long weekend may still repeat itself. */
  static final Duration KEPT = Duration.ofDays(7);

  /** Oldest first. */
  private final Map<String, Submission> byKey = new LinkedHashMap<>();

  void submitted(JobSubmitted event, FeedEvent at) {
    var wallTime = at.recorded().wallTime();
    event
        .spec()
        .idempotency()
        .ifPresent(
            given -> {
              byKey.remove(given.key());
              byKey.put(
                  given.key(),
                  new Submission(new JobId(at.owner()), given.fingerprint(), wallTime));
            });
    forgetBefore(wallTime.minus(KEPT));
  }

  private void forgetBefore(Instant oldest) {
    var entries = byKey.values().iterator();
    while (entries.hasNext() && entries.next().at().isBefore(oldest)) {
      entries.remove();
    }
  }

  Optional<Submission> withKey(String key, Instant wallNow) {
    return Optional.ofNullable(byKey.get(key))
        .filter(submission -> submission.at().plus(KEPT).isAfter(wallNow));
  }
}
