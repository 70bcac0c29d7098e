package org.givre.devices.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTimeTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final SettableClock wall = new SettableClock(START);

  private EngineTime fast(double speed) {
    var engine = new AnchoredClock(wall, START, START.plusSeconds(1_000), speed);
    return new EngineTime(engine, wall, speed);
  }

  @Test
  void runsAsManyTimesAsFastAsTheWall() {
    var time = fast(60);
    wall.pass(Duration.ofSeconds(2));
    assertThat(time.now()).isEqualTo(START.plusSeconds(1_120));
    assertThat(time.wallNow()).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void setsATimerThatIsOverWhenEngineTimeIs() {
    var time = fast(2_000);
    var end = time.now().plusSeconds(60);
    wall.pass(time.timerUntil(end));
    assertThat(time.now()).isEqualTo(end);
  }

  @Test
  void neverSetsATimerShorterThanAMillisecond() {
    var time = fast(2_000);
    assertThat(time.timer(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(1));
    assertThat(time.timerUntil(time.now().minusSeconds(5))).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void tellsTimesAsTheJournalKeepsThem() {
    wall.pass(Duration.ofNanos(1_999));
    assertThat(fast(1).wallNow()).isEqualTo(START.plusNanos(1_000));
    assertThat(fast(1).now()).isEqualTo(START.plusSeconds(1_000).plusNanos(1_000));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesASpeedThatIsNone(double speed) {
    assertThatThrownBy(() -> fast(speed)).hasMessageContaining("Speed must be above 0");
  }
}
