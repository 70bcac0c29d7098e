package org.givre.orchestrator.dispatch.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Plays scripts side by side: engines mostly wait. */
final class Runs {
  private static final int SIDE_BY_SIDE = Integer.getInteger("model.parallel", 3);

  /** Journals of runs that went wrong. */
  private static final Path KEPT = Path.of("target", "operator-model");

  private final Path directory;
  private final Figures figures;

  Runs(Path directory, Figures figures) {
    this.directory = directory;
    this.figures = figures;
  }

  /** What went wrong, by seed. */
  List<String> of(LongStream seeds) throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      var runs = seeds.mapToObj(seed -> pool.submit(() -> failure(seed))).toList();
      var failures = new ArrayList<String>();
      for (Future<String> run : runs) {
        if (!run.get().isEmpty()) {
          failures.add(run.get());
        }
      }
      return failures;
    } finally {
      pool.shutdownNow();
    }
  }

  private String failure(long seed) {
    var script = Script.of(seed);
    var start = System.nanoTime();
    try (var play = new Play(script, directory.resolve("seed-" + seed))) {
      return failure(play);
    } catch (RuntimeException | AssertionError broken) {
      return describe(script, List.of(broken.toString()));
    } finally {
      figures.took(seed, (System.nanoTime() - start) / 1e9);
    }
  }

  private String failure(Play play) {
    var stuck = "";
    try {
      play.script().steps().forEach(step -> step.play(play));
      play.finish();
    } catch (AssertionError endless) {
      stuck = endless.getMessage() + " " + play.standings();
    }
    var reading = new Reading(play);
    if (stuck.isEmpty()) {
      play.restart();
      play.standings();
      play.engine().assertThatBeliefIsTrue();
    } else {
      reading.complaints().add(stuck);
    }
    var journal = play.journal();
    reading.read(journal);
    figures.add(reading);
    if (!reading.complaints().isEmpty()) {
      keep(play.script().seed(), journal);
    }
    return reading.complaints().isEmpty()
        ? ""
        : describe(play.script(), reading.complaints()) + "\n  sent " + play.sent();
  }

  /** For whoever looks into it. */
  private static void keep(long seed, List<Entry> journal) {
    try {
      Files.createDirectories(KEPT);
      Files.write(
          KEPT.resolve("seed-" + seed + ".txt"), journal.stream().map(Object::toString).toList());
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  private static String describe(Script script, List<String> complaints) {
    return "seed %d (-Dmodel.seed=%d), speed %s, carrier hold %s, longest wait %s%n  %s%n  steps:%n  %s"
        .formatted(
            script.seed(),
            script.seed(),
            script.speed(),
            script.carrierHold(),
            script.longestWait(),
            String.join("\n  ", complaints),
            script.steps().stream().map(Object::toString).collect(Collectors.joining("\n  ")));
  }
}
