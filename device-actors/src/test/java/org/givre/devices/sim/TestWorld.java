package org.givre.devices.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.PickerDriver;
import org.givre.devices.driver.Submission;
import org.givre.devices.time.EngineTime;
import org.givre.devices.time.SettableClock;
import org.givre.plans.store.TubeId;

/** A world with two robots, on a clock that is turned by hand; it can be killed and reopened. */
final class TestWorld implements AutoCloseable {
  final SettableClock wall = new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
  final List<DriverEvent> events = new ArrayList<>();
  private final Path directory;
  private final ClockAnchor anchor;
  private final double jitter;
  private final Map<String, PickerDriver> drivers = new HashMap<>();
  private HandTimers timers = new HandTimers(wall);
  private StoreWorld world;
  private SimulatedDriverProvider provider;
  private long sequence;
  private long epoch = 1;

  TestWorld(Path directory, double speed, double jitter) {
    this.directory = directory;
    this.anchor = new ClockAnchor(wall.instant(), wall.instant(), speed);
    this.jitter = jitter;
    this.world = open();
    this.provider = new SimulatedDriverProvider(world, timers);
    openDrivers();
  }

  /** At the speed of the wall, every motion exactly as long as the store says. */
  static TestWorld exact(Path directory) {
    return new TestWorld(directory, 1, 0);
  }

  private StoreWorld open() {
    var settings = new WorldSettings(TestStore.store(), anchor, 7, jitter);
    return StoreWorld.open(
        directory, settings, new EngineTime(anchor.clock(wall), wall, anchor.speed()));
  }

  private void openDrivers() {
    for (var picker : TestStore.store().pickers()) {
      takeOver(picker.id().value(), events::add);
    }
  }

  /** The engine dies: nobody hears of anything until {@link #reopen}. */
  void kill() {
    world.close();
    timers.forget();
    events.clear();
  }

  void reopen() {
    timers = new HandTimers(wall);
    epoch++;
    world = open();
    provider = new SimulatedDriverProvider(world, timers);
    openDrivers();
  }

  /** As after an orderly stop. */
  void reopenWithoutLoss() {
    kill();
    reopen();
  }

  /** Puts tubes into the store. */
  void load(LoadedTube... tubes) {
    world.load("import-1", List.of(tubes));
  }

  StoreWorld world() {
    return world;
  }

  Path directory() {
    return directory;
  }

  PickerDriver driver(String picker) {
    var driver = drivers.get(picker);
    if (driver == null) {
      throw new IllegalArgumentException("No " + picker);
    }
    return driver;
  }

  /** Opens the device once more. */
  void takeOver(String picker, Consumer<DriverEvent> events) {
    drivers.put(picker, provider.open(picker, events));
  }

  MotionOrder order(String id, MotionStep... steps) {
    return new MotionOrder(id, ++sequence, epoch, List.of(steps));
  }

  Submission submit(String picker, MotionOrder order) {
    return driver(picker).submit(order).toCompletableFuture().join();
  }

  OrderStatus status(String picker, String orderId) {
    return driver(picker).status(orderId).toCompletableFuture().join();
  }

  /** Time passes on the engine's clock. */
  void pass(double engineSeconds) {
    timers.turn(Duration.ofNanos(Math.round(engineSeconds * 1e9 / anchor.speed())));
  }

  /** Submits and lets it come to its end. */
  void perform(String picker, MotionStep... steps) {
    var order = order("order-" + (sequence + 1), steps);
    var answer = submit(picker, order);
    if (!(answer instanceof Submission.Accepted)) {
      throw new AssertionError(answer);
    }
    pass(600);
  }

  TubeTruth truth(String barcode) {
    return world.truth().stream()
        .filter(truth -> truth.tube().id().equals(new TubeId(barcode)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No tube " + barcode));
  }

  /** Seconds of engine time since the anchor. */
  double seconds(Instant instant) {
    return Duration.between(anchor.engine(), instant).toNanos() / 1e9;
  }

  String export() throws IOException {
    var out = new StringBuilder();
    try (var export = WorldExport.read(directory, wall)) {
      export.writePlaces(out);
    }
    return out.toString();
  }

  @Override
  public void close() {
    world.close();
  }
}
