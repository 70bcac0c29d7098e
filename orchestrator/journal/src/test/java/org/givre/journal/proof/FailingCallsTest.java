package org.givre.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.givre.journal.faults.Faults;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls of the operating system fail with EIO: the journal's own, and those of LevelDB, also in its
 * background. The store stops for good and says so; nothing acknowledged is lost.
 */
class FailingCallsTest {
  private static final long SEED = Long.getLong("givre.proofs.seed", 1);

  @TempDir(factory = InMemory.class)
  Path directory;

  @Test
  void stopsForGoodAtFortyFailures() throws Exception {
    fail(40);
  }

  @Test
  @Tag("campaign")
  void stopsForGoodAtSixHundredFailures() throws Exception {
    fail(600);
  }

  /** 200 threads and a queue of 64: what waits is bounded, what is committed grows together. */
  @Test
  void gathersMoreInACommitWhenTheDiskIsSlow() throws Exception {
    var control = control();
    try (var process =
        JavaProcess.start(
            SlowDiskMain.class,
            Faults.environment(directory, directory, control),
            directory.resolve("journal").toString(),
            control.toString())) {
      assertThat(process.exit()).as(process.text()).isZero();
      System.out.println("Slow disk: " + process.text().replace('\n', ' '));
      assertThat(number(process, "ACKNOWLEDGED")).isEqualTo(2_000);
      assertThat(number(process, "QUEUED")).isLessThanOrEqualTo(Load.QUEUED_WRITES);
      assertThat(number(process, "EVENTS")).isGreaterThan(20 * number(process, "COMMITS"));
    }
  }

  private static long number(JavaProcess process, String name) {
    var line =
        process
            .text()
            .lines()
            .filter(text -> text.startsWith(name + " "))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.substring(name.length() + 1));
  }

  private Path control() throws IOException {
    var control = directory.resolve("control");
    Faults.Control.in(control).none();
    return control;
  }

  private void fail(int rounds) throws Exception {
    var journals = Files.createDirectory(directory.resolve("journals"));
    var control = control();
    try (var process =
        JavaProcess.start(
            FailingCallsMain.class,
            Faults.environment(directory, journals, control),
            journals.toString(),
            control.toString(),
            Long.toString(SEED),
            Integer.toString(rounds))) {
      assertThat(process.exit()).as("seed %d: %s", SEED, process.text()).isZero();
      var failed = process.text().lines().filter(line -> line.endsWith("FAILED")).count();
      System.out.printf(
          "Failing calls: seed=%d rounds=%d failed=%d of these refused to open=%d backups restored=%d%n",
          SEED,
          rounds,
          failed,
          process.text().lines().filter(line -> line.contains("refused to open")).count(),
          process.text().lines().filter(line -> line.contains("restored, ")).count());
      assertThat(failed).isGreaterThan(rounds / 2);
    }
  }
}
