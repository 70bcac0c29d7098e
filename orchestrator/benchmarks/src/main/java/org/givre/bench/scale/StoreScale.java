package org.givre.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Imports a generated store into the packaged engine and tells how long that took, how long a
 * restart takes, what is in the heap, and how soon a tube is found over HTTP.
 *
 * <p>System properties: {@code givre.jar}; {@code scale.tubes} (1000000), {@code scale.racks}
 * (800), {@code scale.heap} (2g), {@code scale.file} (1000000 tubes in a file at most), {@code
 * scale.seed} (1), {@code scale.port} (18080), {@code scale.work} (a new temporary directory, which
 * is deleted at the end; one that is named is emptied first and kept), {@code scale.options} (more
 * for the JVM, separated by blanks).
 */
public final class StoreScale {
  private static final int WARM_UP = 3_000;
  private static final int LOOK_UPS = 20_000;
  private static final int SEARCHES = 500;

  private final GeneratedStore store;
  private final EngineProcess.Setup setup;
  private final SplittableRandom chance;
  private final List<String> table = new ArrayList<>();

  private StoreScale(GeneratedStore store, EngineProcess.Setup setup, long seed) {
    this.store = store;
    this.setup = setup;
    this.chance = new SplittableRandom(seed);
  }

  public static void main(String[] arguments) throws Exception {
    var seed = Long.getLong("scale.seed", 1);
    var store =
        new GeneratedStore(
            Integer.getInteger("scale.racks", 800),
            Integer.getInteger("scale.tubes", 1_000_000),
            seed);
    var named = System.getProperty("scale.work", "");
    var work = named.isEmpty() ? Files.createTempDirectory("givre-scale-") : Path.of(named);
    delete(work);
    Files.createDirectories(work);
    try {
      new StoreScale(store, setup(work), seed).run();
    } finally {
      if (named.isEmpty()) {
        delete(work);
      }
    }
  }

  private static EngineProcess.Setup setup(Path work) {
    var options = new ArrayList<String>();
    options.add("-Xmx" + System.getProperty("scale.heap", "2g"));
    for (var option : System.getProperty("scale.options", "").split(" ")) {
      if (!option.isBlank()) {
        options.add(option);
      }
    }
    return new EngineProcess.Setup(
        Path.of(System.getProperty("givre.jar", "orchestrator/target/givre.jar")),
        work,
        options,
        Integer.getInteger("scale.port", 18_080));
  }

  private void run() throws Exception {
    row("tubes", "%,d in %,d racks", store.tubes(), store.racks());
    row("JVM", "%s", String.join(" ", setup.options()));
    store.writeStore(setup.store());
    var files = store.writeInventory(setup.work(), Integer.getInteger("scale.file", 1_000_000));
    var bytes = files.stream().mapToLong(StoreScale::size).sum();
    row("inventory", "%d files, %,d MiB", files.size(), bytes >> 20);
    try (var engine = EngineProcess.start(setup)) {
      ready("first start to ready", engine);
      importAll(files, engine);
      heap("after the import", engine);
    }
    try (var engine = EngineProcess.start(setup)) {
      ready("restart to ready", engine);
      lookUps(engine);
      heap("after the look-ups", engine);
    }
    row("journal and world", "%,d MiB", size(setup.work().resolve("data")) >> 20);
    System.out.println();
    table.forEach(System.out::println);
  }

  private void ready(String what, EngineProcess engine) {
    row(what, "%.1f s, %.1f s of CPU", engine.secondsToReady(), engine.cpuSeconds());
  }

  /** All but the last over the API; the last by the command line, if there are several. */
  private void importAll(List<Path> files, EngineProcess engine) throws Exception {
    var seconds = new ArrayList<Double>();
    var cpuBefore = engine.cpuSeconds();
    for (int i = 0; i < files.size(); i++) {
      var byHand = i > 0 && i == files.size() - 1;
      var start = System.nanoTime();
      var said = "";
      if (byHand) {
        said = engine.importByCommandLine(setup.jar(), files.get(i));
      } else {
        engine.post(files.get(i));
      }
      var took = (System.nanoTime() - start) / 1e9;
      System.out.printf("%s: %.1f s%n", files.get(i).getFileName(), took);
      if (byHand) {
        row("import of the last file, CLI", "%.1f s, %d lines of progress", took, lines(said));
      } else {
        seconds.add(took);
      }
    }
    row("import of a file, API, first", "%.1f s", seconds.get(0));
    row("import of a file, API, longest", "%.1f s", Collections.max(seconds));
    row("import over the API, all", "%.1f s", seconds.stream().mapToDouble(s -> s).sum());
    row(
        "CPU of the engine per million",
        "%.1f s",
        (engine.cpuSeconds() - cpuBefore) * 1e6 / store.tubes());
  }

  private static long lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).count();
  }

  private void heap(String when, EngineProcess engine) throws Exception {
    row(
        "memory " + when,
        "%,d MiB of live heap, %,d MiB resident at most",
        engine.liveHeapMiB(),
        engine.peakResidentMiB());
  }

  private void lookUps(EngineProcess engine) throws Exception {
    IntFunction<String> tube = place -> "/v1/tubes/" + store.barcode(place);
    measured(WARM_UP, tube, engine);
    row("GET /v1/tubes/{barcode}", "%s", measured(LOOK_UPS, tube, engine));
    IntFunction<String> specimen = place -> "/v1/tubes?specimen=" + store.specimen(place);
    row("GET /v1/tubes?specimen=", "%s", measured(SEARCHES, specimen, engine));
    row("GET /v1/inventory?limit=500", "%s", measured(20, p -> "/v1/inventory?limit=500", engine));
    row("GET /v1/devices?limit=500", "%s", measured(20, p -> "/v1/devices?limit=500", engine));
    row("GET /v1/site", "%s", measured(200, p -> "/v1/site", engine));
  }

  /** Milliseconds from the request to the whole answer, one after another on one connection. */
  private String measured(int count, IntFunction<String> path, EngineProcess engine)
      throws Exception {
    var millis = new double[count];
    for (int i = 0; i < count; i++) {
      var asked = path.apply(chance.nextInt(store.tubes()));
      var start = System.nanoTime();
      var answer = engine.get(asked);
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(asked + ": " + answer.body());
      }
    }
    Arrays.sort(millis);
    return "p50 %.2f ms, p99 %.2f ms, max %.1f ms of %,d"
        .formatted(millis[count / 2], millis[count * 99 / 100], millis[count - 1], count);
  }

  private void row(String what, String format, Object... values) {
    var line = "%-32s %s".formatted(what, format.formatted(values));
    System.out.println(line);
    table.add(line);
  }

  private static long size(Path root) {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
