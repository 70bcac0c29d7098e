package org.givre.orchestrator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ManyLinesTest {

  @Test
  void areAllThere() {
    var out = new ByteArrayOutputStream();
    try (var lines = new ManyLines(new PrintStream(out, false, UTF_8))) {
      for (var i = 0; i < 50_000; i++) {
        lines.print("line " + i);
      }
    }
    assertThat(out.toString(UTF_8).lines())
        .hasSize(50_000)
        .startsWith("line 0", "line 1")
        .endsWith("line 49999");
  }

  @Test
  void endSoonAfterTheFirstThatCannotBeWritten() {
    var printed = new AtomicInteger();
    assertThatThrownBy(() -> printUntilRefused(printed))
        .isInstanceOfSatisfying(
            CommandFailure.class, failed -> assertThat(failed.exitCode()).isEqualTo(1))
        .hasMessageContaining("standard output");
    assertThat(printed).hasValueLessThan(10_000);
  }

  private static void printUntilRefused(AtomicInteger printed) {
    try (var lines = new ManyLines(new PrintStream(new FullDisk(), false, UTF_8))) {
      for (var i = 0; i < 1_000_000; i++) {
        lines.print("a line");
        printed.incrementAndGet();
      }
    }
  }

  /** Takes nothing. */
  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
