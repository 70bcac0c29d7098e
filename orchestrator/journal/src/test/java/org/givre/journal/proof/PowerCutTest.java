package org.givre.journal.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.givre.journal.store.StoreListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer's disk loses its power at random points of what the writer did; see {@link Disk}. Where
 * a start had to leave out a torn end, the power is lost again at random points of that start.
 */
class PowerCutTest {
  private static final long SEED = Long.getLong("givre.proofs.seed", 1);

  @TempDir(factory = InMemory.class)
  Path directory;

  /** Cuts of one start. */
  private static final int SECOND_CUTS = 10;

  /** What became of the cuts. */
  private static final class Tally {
    private int opened;
    private int torn;
    private int tornSnapshots;
    private int again;

    private boolean note(Path opened) {
      this.opened++;
      var isTorn = Files.exists(opened.resolve("db-torn"));
      var isTornSnapshots = Files.exists(opened.resolve("snapshots-torn"));
      torn += isTorn ? 1 : 0;
      tornSnapshots += isTornSnapshots ? 1 : 0;
      return isTorn || isTornSnapshots;
    }
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
      var seed = SEED * 1_000_003 + number++;
      if (open(disk, seed, acknowledged, tally)) {
        cutAgain(disk, seed, acknowledged, tally);
      }
    }
    System.out.printf(
        "Power cuts: seed=%d steps=%d writes=%d cuts=%d opened=%d without a torn end of the log=%d of the snapshots' log=%d; cuts of those starts=%d%n",
        SEED,
        steps.size(),
        acknowledged.count(),
        cuts,
        tally.opened,
        tally.torn,
        tally.tornSnapshots,
        tally.again);
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
    return trace(Files.createDirectory(directory.resolve("traced")), "3", writes);
  }

  /** What a writer does to {@code journal} in a directory that it opens some times. */
  private List<Trace.Step> trace(Path traced, String times, int writes)
      throws IOException, InterruptedException {
    return Trace.of(
        directory,
        traced,
        WriterMain.class,
        traced.resolve("journal").toString(),
        Trace.marks(directory).toString(),
        times,
        Integer.toString(writes));
  }

  /** Returns whether a torn end had to be left out. */
  private boolean open(Disk disk, long seed, Acknowledged acknowledged, Tally tally)
      throws IOException {
    var target = directory.resolve("after");
    cut(disk, seed, "traced", target);
    try {
      requireWhole(target, acknowledged, seed);
      return tally.note(target);
    } finally {
      delete(target);
    }
  }

  private void cut(Disk disk, long seed, String traced, Path target) throws IOException {
    var root = directory.resolve(traced).resolve("journal").toString();
    disk.cut(new SplittableRandom(seed), root, target);
  }

  private static void requireWhole(Path journal, Acknowledged acknowledged, long seed) {
    try (var opened = Load.open(Load.settings(journal), StoreListener.none())) {
      Audit.requireWhole(opened, acknowledged);
    } catch (IOException | RuntimeException | AssertionError lie) {
      throw new AssertionError("The journal lies after a power cut: seed=" + seed, lie);
    }
  }

  /** The same cut, and then the start after it is cut short. */
  private void cutAgain(Disk disk, long seed, Acknowledged acknowledged, Tally tally)
      throws IOException, InterruptedException {
    var again = directory.resolve("again");
    cut(disk, seed, "traced", again.resolve("journal"));
    var steps = trace(again, "1", 0);
    var chance = new SplittableRandom(seed);
    var begun = beginning(steps);
    var points = chance.ints(SECOND_CUTS, begun, steps.size() + 1).sorted().toArray();
    var second = new Disk();
    var at = 0;
    for (var point : points) {
      for (; at < point; at++) {
        second.apply(steps.get(at));
      }
      var target = directory.resolve("after");
      cut(second, chance.nextLong(), "again", target);
      requireWhole(target, acknowledged, seed);
      tally.again++;
      delete(target);
    }
    delete(again);
  }

  /** A trace begins with what was there, and a sync of it. */
  private static int beginning(List<Trace.Step> steps) {
    return 1
        + IntStream.range(0, steps.size())
            .filter(n -> steps.get(n).kind() == 'D')
            .findFirst()
            .orElseThrow();
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
