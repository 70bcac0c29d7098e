package org.givre.orchestrator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.givre.devices.time.EngineTime;
import org.givre.devices.time.SettableClock;
import org.givre.orchestrator.job.JobSpec.Idempotency;
import org.givre.orchestrator.view.SubmissionView.Submission;
import org.givre.plans.store.JobId;
import org.junit.jupiter.api.Test;

class KeyedSubmissionsTest {
  private static final Idempotency KEY = new Idempotency("k", "f");

  private final SettableClock wall = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
  private Optional<Submission> durable = Optional.empty();
  private final AtomicInteger count = new AtomicInteger();
  private final KeyedSubmissions keyed =
      new KeyedSubmissions((key, wall) -> durable, new EngineTime(Clock.systemUTC(), wall, 1));

  private JobId id() {
    return new JobId("job-" + count.incrementAndGet());
  }

  @Test
  void keepAJobForAKeyWhoseAnswerWasLost() {
    assertThat(keyed.known(KEY)).isEmpty();
    assertThat(keyed.claim(KEY, this::id).isNew()).isTrue();
    wall.pass(Duration.ofMinutes(59));

    assertThat(keyed.known(KEY)).contains(new JobId("job-1"));
    assertThat(keyed.claim(KEY, this::id))
        .isEqualTo(new KeyedSubmissions.Claim(new JobId("job-1"), false));
    assertThatThrownBy(() -> keyed.claim(new Idempotency("k", "g"), this::id))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("idempotency-key-reused");
  }

  @Test
  void relyOnTheJournalAfterwards() {
    keyed.claim(KEY, this::id);
    wall.pass(Duration.ofHours(2));
    assertThat(keyed.known(KEY)).isEmpty();

    durable = Optional.of(new Submission(new JobId("job-9"), "f", wall.instant()));
    assertThat(keyed.known(KEY)).contains(new JobId("job-9"));
    assertThat(keyed.claim(KEY, this::id).job()).isEqualTo(new JobId("job-9"));
  }

  @Test
  void giveAKeyAnotherJobWhenTheJournalHasForgottenIt() {
    keyed.claim(KEY, this::id);
    wall.pass(Duration.ofDays(8));

    assertThat(keyed.claim(KEY, this::id))
        .isEqualTo(new KeyedSubmissions.Claim(new JobId("job-2"), true));
  }
}
