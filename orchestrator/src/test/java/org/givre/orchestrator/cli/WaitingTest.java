package org.givre.orchestrator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.givre.devices.time.SettableClock;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final long PATIENCE_SECONDS = 60;

  private final SettableClock wall = new SettableClock(Instant.EPOCH);
  private final CountDownLatch shown = new CountDownLatch(1);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err =
      new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
          super.write(bytes, from, length);
          shown.countDown();
        }
      };

  @Test
  void showsWhatTakesLongOnStandardError() {
    var answer =
        waiting()
            .during(
                elapsed -> "planning, %d s".formatted(elapsed.toSeconds()),
                () -> {
                  wall.pass(Duration.ofSeconds(2));
                  return isShown();
                });
    assertThat(answer).isTrue();
    assertThat(err.toString(UTF_8)).isEqualTo("planning, 2 s\n");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  private boolean isShown() {
    try {
      return shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void saysNothingOfWhatIsSoonOver() {
    assertThat(waiting().during(elapsed -> "planning", () -> "done")).isEqualTo("done");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  private Waiting waiting() {
    var terminal =
        new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    return new Waiting(CommandRun.workplace(terminal, wall));
  }
}
