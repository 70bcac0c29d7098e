package org.givre.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.job.JobEvent.JobSubmitted;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobSpec.Idempotency;
import org.givre.orchestrator.view.SubmissionView.Submission;
import org.givre.plans.store.JobId;
import org.junit.jupiter.api.Test;

class SubmissionViewTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final JobId FIRST = new JobId("01J00000000000000000000001");
  private static final JobId SECOND = new JobId("01J00000000000000000000002");

  private final View view = new View(SmallStore.definition(), Runnable::run);
  private long offset;

  @Test
  void findsTheJobOfAKeyByWallTime() {
    submitted(FIRST, Optional.of(new Idempotency("k1", "abc")), NOON);

    assertThat(view.submissions().withKey("k1", NOON.plus(WEEK).minusMillis(1)))
        .contains(new Submission(FIRST, "abc", NOON));
    assertThat(view.submissions().withKey("k2", NOON)).isEmpty();
  }

  @Test
  void knowsAKeyForAWeekAndNoLonger() {
    submitted(FIRST, Optional.of(new Idempotency("k1", "abc")), NOON);

    assertThat(view.submissions().withKey("k1", NOON.plus(WEEK))).isEmpty();
  }

  @Test
  void knowsTheLatestSubmissionOfAKeyThatWasUsedAgainAfterThat() {
    submitted(FIRST, Optional.of(new Idempotency("k1", "abc")), NOON);
    submitted(SECOND, Optional.of(new Idempotency("k1", "def")), NOON.plus(WEEK));

    assertThat(view.submissions().withKey("k1", NOON.plus(WEEK)))
        .contains(new Submission(SECOND, "def", NOON.plus(WEEK)));
  }

  @Test
  void knowsNothingOfJobsWithoutAKey() {
    submitted(FIRST, Optional.empty(), NOON);

    assertThat(view.submissions().withKey("", NOON)).isEmpty();
  }

  @Test
  void forgetsOldKeysWhenNewJobsCome() {
    submitted(FIRST, Optional.of(new Idempotency("k1", "abc")), NOON);
    submitted(SECOND, Optional.empty(), NOON.plus(WEEK).plusMillis(1));

    assertThat(view.submissions().withKey("k1", NOON)).isEmpty();
  }

  private void submitted(JobId job, Optional<Idempotency> idempotency, Instant wallTime) {
    var spec =
        new JobSpec(
            "retrieve",
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            5,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            idempotency,
            Optional.empty());
    var cause = new Cause(Cause.Kind.CLIENT, "lims", "", "", "");
    offset++;
    view.apply(
        new FeedEvent(
            offset,
            "job|" + job,
            1,
            new Recorded<>(new JobSubmitted(spec), cause, JournalByHand.START, wallTime)));
  }
}
