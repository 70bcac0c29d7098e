package org.givre.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.givre.devices.sim.ClockAnchor;
import org.givre.devices.sim.LoadAnswer;
import org.givre.devices.sim.LoadedTube;
import org.givre.devices.sim.StoreWorld;
import org.givre.devices.sim.WorldSettings;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.storefile.StoreFile;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;

/**
 * What the simulated world costs: how long it takes to load a generated store into it and to open
 * it again, its log, and bytes of heap for each tube. Sizes as in {@link StoreScale}.
 */
public final class WorldScale {
  private static final int RACKS_AT_ONCE = 80;

  private final GeneratedStore generated;
  private final StoreDefinition store;
  private final Path directory;

  private WorldScale(GeneratedStore generated, Path directory) {
    this.generated = generated;
    this.store = StoreFile.parse("generated", generated.json());
    this.directory = directory;
  }

  public static void main(String[] arguments) throws Exception {
    var generated =
        new GeneratedStore(
            Integer.getInteger("scale.racks", 800),
            Integer.getInteger("scale.tubes", 1_000_000),
            Long.getLong("scale.seed", 1));
    var work = System.getProperty("scale.work", "");
    var directory =
        work.isEmpty()
            ? Files.createTempDirectory("world-scale")
            : Files.createTempDirectory(Path.of(work), "world-scale");
    try {
      new WorldScale(generated, directory).run();
    } finally {
      delete(directory);
    }
  }

  private void run() throws Exception {
    System.out.printf("tubes                  %,d%n", generated.tubes());
    var start = System.nanoTime();
    load();
    System.out.printf("load, s                %.1f%n", secondsSince(start));
    var log = Files.size(directory.resolve("world.log"));
    System.out.printf("log, bytes a tube      %.1f%n", (double) log / generated.tubes());
    var before = liveBytes();
    var opening = System.nanoTime();
    try (var world = open()) {
      System.out.printf("open, s                %.1f%n", secondsSince(opening));
      tellHeap("opened", before);
      var again = (LoadAnswer.Loaded) world.load("again", tubes(0));
      if (again.known() != tubes(0).size()) {
        throw new IllegalStateException("A tube is not where it was loaded: " + again);
      }
      System.out.printf("open and look, s       %.1f%n", secondsSince(opening));
      tellHeap("with index", before);
    }
  }

  private void load() {
    try (var world = open()) {
      var batch = new ArrayList<LoadedTube>();
      for (int rack = 0; rack < generated.racks(); rack++) {
        batch.addAll(tubes(rack));
        if ((rack + 1) % RACKS_AT_ONCE == 0 || rack == generated.racks() - 1) {
          loaded(world.load("import-" + rack, batch));
          batch.clear();
        }
      }
    }
  }

  private static void loaded(LoadAnswer answer) {
    if (!(answer instanceof LoadAnswer.Loaded)) {
      throw new IllegalStateException("Expected a world without conflicts; found " + answer);
    }
  }

  private List<LoadedTube> tubes(int rack) {
    var id = new RackId(GeneratedStore.rack(rack));
    return generated.standing(rack).stream()
        .map(tube -> new LoadedTube(tube.tube(), new Position(id, tube.level(), tube.well())))
        .toList();
  }

  private StoreWorld open() {
    var wall = Clock.systemUTC();
    var anchor = new ClockAnchor(Instant.EPOCH, Instant.EPOCH, 1);
    return StoreWorld.open(
        directory,
        WorldSettings.of(store, anchor, 1),
        new EngineTime(anchor.clock(wall), wall, anchor.speed()));
  }

  private void tellHeap(String when, long before) throws InterruptedException {
    var bytes = liveBytes() - before;
    System.out.printf("heap %-17s %d MiB, %.1f bytes a tube%n", when, bytes >> 20, perTube(bytes));
  }

  private double perTube(long bytes) {
    return (double) bytes / generated.tubes();
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long liveBytes() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
