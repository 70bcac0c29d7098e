package org.givre.orchestrator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.givre.journal.store.DiskLevel;
import org.givre.journal.store.JournalStopped;
import org.givre.orchestrator.api.Alarm;
import org.givre.orchestrator.api.Alarm.Severity;
import org.junit.jupiter.api.Test;

class JournalWatchTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final long MIB = 1 << 20;

  private final JournalWatch watch = new JournalWatch(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aDiskThatFillsUpIsAnAlarmFirstAndThenStopsIntake() {
    var told = new ArrayList<String>();
    watch.whenFull(told::add);
    watch.diskLevel(DiskLevel.LOW, 900 * MIB);
    assertThat(watch.alarms())
        .extracting(Alarm::code, Alarm::severity)
        .containsExactly(tuple("journal-disk-low", Severity.WARNING));
    assertThat(watch.full()).isEmpty();
    assertThat(watch.trouble()).isEmpty();
    assertThat(told).isEmpty();

    watch.diskLevel(DiskLevel.STOP, 200 * MIB);
    assertThat(watch.full()).hasValueSatisfying(why -> assertThat(why).contains("200 MiB"));
    assertThat(watch.trouble()).isPresent();
    assertThat(told).hasSize(1);

    watch.diskLevel(DiskLevel.PLENTY, 5_000 * MIB);
    assertThat(watch.alarms()).isEmpty();
    assertThat(watch.full()).isEmpty();
  }

  @Test
  void whoAsksLateHearsThatTheDiskIsFull() {
    watch.diskLevel(DiskLevel.STOP, 200 * MIB);
    var told = new ArrayList<String>();
    watch.whenFull(told::add);
    assertThat(told).hasSize(1);
  }

  @Test
  void aJournalThatHasStoppedSaysWhyAndTellsTheEngine() {
    var told = new ArrayList<String>();
    watch.whenStopped(told::add);
    watch.stopped(new JournalStopped("EIO.", null));
    assertThat(watch.stopped()).hasValueSatisfying(why -> assertThat(why).startsWith("EIO."));
    assertThat(watch.alarms()).extracting(Alarm::code).isEqualTo(List.of("journal-stopped"));
    assertThat(told).singleElement().satisfies(why -> assertThat(why).startsWith("EIO."));
  }

  @Test
  void aDiskThatDoesNotAnswerIsAnAlarmUntilItDoes() {
    watch.waiting(Duration.ofSeconds(9));
    assertThat(watch.alarms())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.code()).isEqualTo("journal-disk-slow"))
        .satisfies(alarm -> assertThat(alarm.since()).isEqualTo(NOW.minusSeconds(9)))
        .satisfies(alarm -> assertThat(alarm.message()).contains("9 s"));
    watch.waiting(Duration.ZERO);
    assertThat(watch.alarms()).isEmpty();
  }
}
