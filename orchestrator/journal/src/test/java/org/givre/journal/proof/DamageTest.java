package org.givre.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.givre.journal.store.StoreListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of a store are damaged: that is noticed at the start or when what is damaged is read, or
 * everything is read as it was. One store was closed, the other killed with a log that is in no
 * table yet.
 */
class DamageTest {
  private static final long SEED = Long.getLong("givre.proofs.seed", 1);

  @TempDir(factory = InMemory.class)
  Path directory;

  @Test
  void noticesTwoHundred() throws Exception {
    damage(200);
  }

  @Test
  @Tag("campaign")
  void noticesTwoThousand() throws Exception {
    damage(2_000);
  }

  private void damage(int rounds) throws Exception {
    write("stranger", 12);
    write("closed", 8);
    DamageMain.copy(directory.resolve("closed"), directory.resolve("older"));
    write("closed", 20);
    DamageMain.copy(directory.resolve("closed"), directory.resolve("killed"));
    kill();
    try (var process =
        JavaProcess.start(
            DamageMain.class,
            Map.of(),
            directory.toString(),
            Long.toString(SEED),
            Integer.toString(rounds))) {
      var exit = process.exit();
      var lines = process.text().lines().toList();
      print(process, rounds);
      var end = lines.subList(Math.max(0, lines.size() - 30), lines.size());
      assertThat(exit).as("seed %d ended with%n%s", SEED, String.join("\n", end)).isZero();
      assertThat(process.text()).as("seed %d", SEED).doesNotContain("LIE").endsWith("END");
    }
  }

  private static void print(JavaProcess process, int rounds) {
    var lines = process.text().lines().toList();
    System.out.printf(
        "Damages: seed=%d rounds=%d refused=%d noticed by readers=%d harmless=%d%n",
        SEED,
        rounds,
        lines.stream().filter(line -> line.startsWith("REFUSED")).count(),
        lines.stream().filter(line -> line.startsWith("DAMAGED")).count(),
        lines.stream().filter(line -> line.startsWith("HARMLESS")).count());
    for (var n = 1; n < lines.size(); n++) {
      if (lines.get(n).startsWith("LIE")) {
        System.out.printf("%s%n  %s%n", lines.get(n - 1), lines.get(n));
      }
    }
  }

  private void write(String name, int writes) throws IOException, InterruptedException {
    try (var journal = Load.open(Load.settings(directory.resolve(name)), StoreListener.none())) {
      assertThat(new Writer(journal, line -> {}).run(writes)).isEmpty();
    }
  }

  private void kill() throws IOException {
    try (var writer =
        JavaProcess.start(
            WriterMain.class,
            Map.of(),
            directory.resolve("killed").toString(),
            directory.resolve("notes").toString(),
            "1",
            "1000000")) {
      writer.awaitLines("A", 100);
      writer.kill();
    }
  }
}
