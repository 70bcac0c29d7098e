package org.givre.orchestrator.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileTest {
  private static final Instant FIRST_START = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path directory;

  @Test
  void startsWithWallTime() throws IOException {
    assertThat(engineTime(Duration.ZERO, 60)).isEqualTo(FIRST_START);
  }

  @Test
  void runsOnWhileNobodyServes() throws IOException {
    engineTime(Duration.ZERO, 60);
    assertThat(engineTime(Duration.ofMinutes(1), 60)).isEqualTo(FIRST_START.plusSeconds(3600));
  }

  @Test
  void goesOnWithoutAJumpAtAnotherSpeed() throws IOException {
    engineTime(Duration.ZERO, 60);
    assertThat(engineTime(Duration.ofMinutes(1), 1)).isEqualTo(FIRST_START.plusSeconds(3600));
    assertThat(engineTime(Duration.ofMinutes(2), 1)).isEqualTo(FIRST_START.plusSeconds(3660));
    assertThat(engineTime(Duration.ofMinutes(2), 2000)).isEqualTo(FIRST_START.plusSeconds(3660));
    assertThat(engineTime(Duration.ofMinutes(3), 2000))
        .isEqualTo(FIRST_START.plusSeconds(3660 + 120_000));
  }

  @Test
  void saysWhatABrokenFileShouldHold() throws IOException {
    Files.writeString(file(), "{\"format\":\"givre-clock/9\"}");
    assertThatThrownBy(() -> engineTime(Duration.ZERO, 1))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("clock.json: expected format givre-clock/1")
        .hasMessageContaining("givre-clock/9");
    Files.writeString(file(), "not json");
    assertThatThrownBy(() -> engineTime(Duration.ZERO, 1)).isInstanceOf(StartRefusal.class);
  }

  private Instant engineTime(Duration wallElapsed, double speed) throws IOException {
    var wall = Clock.fixed(FIRST_START.plus(wallElapsed), ZoneOffset.UTC);
    return new ClockFile(file()).open(wall, speed).clock(wall).instant();
  }

  private Path file() {
    return directory.resolve("clock.json");
  }
}
