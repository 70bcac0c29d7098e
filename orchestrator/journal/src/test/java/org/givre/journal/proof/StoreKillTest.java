package org.givre.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.givre.journal.store.StoreListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed with SIGKILL, again and again on the same store. */
class StoreKillTest {
  private static final long SEED = Long.getLong("givre.proofs.seed", 1);

  /** All of a store is read after each kill: it must not grow for ever. */
  private static final int ROUNDS_OF_A_STORE = 50;

  @TempDir Path directory;

  @Test
  void losesNothingInTwentyKills() throws Exception {
    kill(20);
  }

  @Test
  @Tag("campaign")
  void losesNothingInAHundredKills() throws Exception {
    kill(100);
  }

  @Test
  @Tag("nightly")
  void losesNothingInTwoThousandKills() throws Exception {
    kill(2_000);
  }

  private void kill(int rounds) throws Exception {
    var chance = new SplittableRandom(SEED);
    var acknowledged = new Acknowledged();
    var writes = 0;
    for (var round = 0; round < rounds; round++) {
      if (round % ROUNDS_OF_A_STORE == 0) {
        writes += acknowledged.count();
        acknowledged = new Acknowledged();
        System.out.printf("Kills: round %d of %d%n", round, rounds);
      }
      try {
        round(directory.resolve("journal" + round / ROUNDS_OF_A_STORE), chance, acknowledged);
      } catch (RuntimeException | AssertionError lie) {
        throw new AssertionError(
            "The journal lies after a kill: seed=%d round=%d".formatted(SEED, round), lie);
      }
    }
    System.out.printf(
        "Kills: seed=%d rounds=%d acknowledged writes=%d%n",
        SEED, rounds, writes + acknowledged.count());
    assertThat(acknowledged.count()).isPositive();
  }

  /** One in eight is killed while it opens. */
  private void round(Path store, SplittableRandom chance, Acknowledged acknowledged)
      throws Exception {
    try (var writer =
        JavaProcess.start(
            WriterMain.class,
            Map.of(),
            store.toString(),
            directory.resolve("notes").toString(),
            "1",
            "1000000")) {
      writer.awaitLine("OPENING");
      if (chance.nextInt(8) > 0) {
        writer.awaitLines("A", 1 + chance.nextInt(400));
      }
      writer.kill();
      acknowledged.note(writer.text());
    }
    try (var journal = Load.open(Load.settings(store), StoreListener.none())) {
      Audit.requireWhole(journal, acknowledged);
    }
  }
}
