package org.givre.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power is cut again while, or after, a start puts a copy without torn ends in the place of
 * what the first cut has left: see {@link TornMain}. What the first cut could not take is not taken
 * by the second.
 */
class SecondPowerCutTest {
  private static final long SEED = Long.getLong("givre.proofs.seed", 1);
  private static final int CUTS_AT_EACH_STEP = 2;

  @TempDir(factory = InMemory.class)
  Path directory;

  @Test
  void losesNothing() throws Exception {
    var steps = trace();
    var noted = IntStream.range(0, steps.size()).filter(n -> steps.get(n).kind() == 'M').toArray();
    assertThat(noted).hasSize(1);
    var last = Long.parseLong(steps.get(noted[0]).text().strip());
    var disk = new Disk();
    steps.subList(0, noted[0]).forEach(disk::apply);
    var chance = new SplittableRandom(SEED);
    for (var step : steps.subList(noted[0], steps.size())) {
      disk.apply(step);
      for (var cut = 0; cut < CUTS_AT_EACH_STEP; cut++) {
        open(disk, chance, last);
      }
    }
    var cuts = CUTS_AT_EACH_STEP * (steps.size() - noted[0]);
    System.out.printf("Second power cuts: seed=%d cuts=%d%n", SEED, cuts);
  }

  private List<Trace.Step> trace() throws IOException, InterruptedException {
    var traced = Files.createDirectory(directory.resolve("traced"));
    var steps =
        Trace.of(
            directory,
            traced,
            TornMain.class,
            journal().toString(),
            Trace.marks(directory).toString());
    assertThat(journal().resolve("db-torn")).exists();
    return steps;
  }

  private Path journal() {
    return directory.resolve("traced/journal");
  }

  private void open(Disk disk, SplittableRandom chance, long last) throws IOException {
    var target = directory.resolve("after");
    disk.cut(chance, journal().toString(), target);
    try (var store = TornMain.open(target)) {
      assertThat(store.lastOffset()).isEqualTo(last);
      assertThat(store.events(0, Integer.MAX_VALUE)).hasSize((int) last);
    } finally {
      PowerCutTest.delete(target);
    }
  }
}
