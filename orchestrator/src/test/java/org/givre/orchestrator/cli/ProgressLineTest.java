package org.givre.orchestrator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.givre.devices.time.SettableClock;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final SettableClock wall = new SettableClock(Instant.EPOCH);

  private Terminal terminal(boolean interactive) {
    var stream = new PrintStream(err, true, UTF_8);
    return new Terminal(stream, stream, interactive);
  }

  @Test
  void isPrintedEveryFewSecondsElsewhere() {
    try (var line = new ProgressLine(terminal(false), wall)) {
      var progress = line.counting("reading");
      progress.at(1, 4);
      progress.at(2, 4);
      wall.pass(Duration.ofSeconds(3));
      progress.at(3, 4);
    }
    assertThat(err.toString(UTF_8).lines())
        .containsExactly("reading: 1 of 4 (25 %)", "reading: 3 of 4 (75 %)");
  }

  @Test
  void saysNothingOfWhatIsSoonOverWhenItIsPatient() {
    try (var line = ProgressLine.patient(terminal(true), wall)) {
      line.show("at once");
      wall.pass(Duration.ofMillis(999));
      line.show("a little later");
    }
    assertThat(err.toString(UTF_8)).isEmpty();
    try (var line = ProgressLine.patient(terminal(true), wall)) {
      wall.pass(Duration.ofSeconds(1));
      line.show("it takes long");
    }
    assertThat(err.toString(UTF_8)).contains("it takes long");
  }
}
