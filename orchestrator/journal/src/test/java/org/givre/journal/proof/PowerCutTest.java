package org.givre.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.StoreListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer's disk loses its power at random points of what the writer did; see {@link Disk}. The
 * start may refuse one time in a hundred, and then names the offset: LevelDB does not open a
 * descriptor whose last record, not yet synced, is torn.
 */
class PowerCutTest {
  private static final long SEED = Long.getLong("givre.proofs.seed", 1);

  @TempDir(factory = InMemory.class)
  Path directory;

  /** What became of the cuts. */
  private static final class Tally {
    private int opened;
    private int torn;
    private int refused;
  }

  @Test
  void losesNothingAtAHundredPoints() throws Exception {
    cut(100, 40, PowerCutTest::points);
  }

  @Test
  @Tag("campaign")
  void losesNothingAtAThousandPoints() throws Exception {
    cut(1_000, 120, PowerCutTest::points);
  }

  /** Between the writes and the syncs of LevelDB's descriptors, which are few. */
  @Test
  @Tag("campaign")
  void losesNothingWhileDescriptorsAreWritten() throws Exception {
    cut(200, 40, PowerCutTest::pointsOfDescriptors);
  }

  /** Chooses steps after which the power is cut. */
  private interface Points {
    int[] of(int count, List<Trace.Step> steps);
  }

  private void cut(int cuts, int writes, Points points) throws Exception {
    var steps = trace(writes);
    var tally = new Tally();
    var disk = new Disk();
    var acknowledged = new Acknowledged();
    var at = 0;
    var number = 0;
    for (var point : points.of(cuts, steps)) {
      for (; at < point; at++) {
        disk.apply(steps.get(at));
        note(acknowledged, steps.get(at));
      }
      open(disk, new SplittableRandom(SEED * 1_000_003 + number++), acknowledged, tally);
    }
    System.out.printf(
        "Power cuts: seed=%d steps=%d writes=%d cuts=%d opened=%d (of these without a torn end of the log %d) refused=%d%n",
        SEED, steps.size(), acknowledged.count(), cuts, tally.opened, tally.torn, tally.refused);
    assertThat(tally.refused).isLessThanOrEqualTo(cuts / 100);
  }

  private static void note(Acknowledged acknowledged, Trace.Step step) {
    if (step.kind() == 'M') {
      acknowledged.note(step.text());
    }
  }

  /**
   * After which steps the power is cut: one in ten times while the store is made, half of the times
   * after something was written and before it was synced.
   */
  private static int[] points(int count, List<Trace.Step> steps) {
    var chance = new SplittableRandom(SEED);
    var written =
        IntStream.range(0, steps.size()).filter(n -> steps.get(n).kind() == 'W').toArray();
    return IntStream.range(0, count)
        .map(
            n ->
                n % 10 == 0
                    ? chance.nextInt(Math.min(150, steps.size()))
                    : n % 2 == 0
                        ? chance.nextInt(steps.size())
                        : written[chance.nextInt(written.length)])
        .map(step -> step + 1)
        .sorted()
        .toArray();
  }

  private static int[] pointsOfDescriptors(int count, List<Trace.Step> steps) {
    var descriptors =
        steps.stream()
            .filter(step -> step.kind() == 'C' && step.text().contains("MANIFEST"))
            .map(Trace.Step::file)
            .collect(Collectors.toSet());
    var written =
        IntStream.range(0, steps.size())
            .filter(n -> steps.get(n).kind() == 'W' && descriptors.contains(steps.get(n).file()))
            .toArray();
    return IntStream.range(0, count).map(n -> 1 + written[n * written.length / count]).toArray();
  }

  private List<Trace.Step> trace(int writes) throws IOException, InterruptedException {
    var traced = Files.createDirectory(directory.resolve("traced"));
    var trace = directory.resolve("trace");
    var marks = directory.resolve("marks");
    var environment =
        Map.of(
            "LD_PRELOAD", Faults.compile(directory).toString(),
            "GIVRE_FAULTS_DIR", traced.toString(),
            "GIVRE_FAULTS_TRACE", trace.toString(),
            "GIVRE_FAULTS_MARK", marks.toString());
    try (var writer =
        JavaProcess.start(
            WriterMain.class,
            environment,
            traced.resolve("journal").toString(),
            marks.toString(),
            "3",
            Integer.toString(writes))) {
      assertThat(writer.exit()).as(writer.text()).isZero();
    }
    return Trace.read(trace);
  }

  private void open(Disk disk, SplittableRandom chance, Acknowledged acknowledged, Tally tally)
      throws IOException {
    var target = directory.resolve("after");
    disk.cut(chance, directory.resolve("traced/journal").toString(), target);
    try (var journal = Load.open(Load.settings(target), StoreListener.none())) {
      Audit.requireWhole(journal, acknowledged);
      tally.opened++;
      tally.torn += Files.exists(target.resolve("db-torn")) ? 1 : 0;
    } catch (JournalRefusal refusal) {
      tally.refused++;
      System.out.printf("Refused: seed=%d %s%n", SEED, refusal.getMessage());
      assertThat(refusal.getMessage()).contains("damaged at offset");
    } catch (RuntimeException | AssertionError lie) {
      throw new AssertionError("The journal lies after a power cut: seed=" + SEED, lie);
    } finally {
      delete(target);
    }
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (var files = Files.walk(tree)) {
      files.sorted(Comparator.reverseOrder()).forEach(PowerCutTest::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
