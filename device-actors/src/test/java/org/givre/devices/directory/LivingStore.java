package org.givre.devices.directory;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Behaviors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.ExampleStore;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.devices.rack.RackCommand.Imported;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.sim.ClockAnchor;
import org.givre.devices.sim.LoadedTube;
import org.givre.devices.sim.SimulatedDriverProvider;
import org.givre.devices.sim.StoreWorld;
import org.givre.devices.sim.TubeTruth;
import org.givre.devices.sim.WallTimers;
import org.givre.devices.sim.WorldSettings;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * All devices of the example store, with robots in a simulated world, on errands. It can be killed
 * and started again: journal, world and errands stay.
 */
final class LivingStore implements AutoCloseable {
  /** A lift of half a minute takes a sixth of a second. */
  private static final double SPEED = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Cause CAUSE = Cause.policy("test", "import-1", "import-1");

  /** Of three racks: they go to rest and wake all the time. */
  private static final int MOST_AWAKE = 1;

  private final ActorTestKit akka;
  private final Path directory;
  private final Errands errands;
  private final List<Operator> operators = new ArrayList<>();
  private final ClockAnchor anchor;
  private final EngineTime time;
  private final AtomicInteger orders = new AtomicInteger();
  private Life life;

  /** What dies in a kill. */
  private record Life(
      StoreWorld world,
      ScheduledExecutorService executor,
      ActorRef<Void> guardian,
      DeviceDirectory devices,
      List<ActorRef<?>> people) {}

  LivingStore(ActorTestKit akka, Path directory, Errands errands) {
    this.akka = akka;
    this.directory = directory;
    this.errands = errands;
    var wall = Clock.systemUTC();
    anchor = new ClockAnchor(wall.instant(), wall.instant(), SPEED);
    time = new EngineTime(anchor.clock(wall), wall, SPEED);
    life = begin();
  }

  private Life begin() {
    var world = StoreWorld.open(directory, WorldSettings.of(ExampleStore.store(), anchor, 7), time);
    var executor = new ScheduledThreadPoolExecutor(1, new DiscardPolicy());
    var drivers = new SimulatedDriverProvider(world, WallTimers.on(executor));
    var site =
        new DeviceSite(
            ExampleStore.store(), drivers, () -> "order-" + orders.incrementAndGet(), time);
    var devices = new CompletableFuture<DeviceDirectory>();
    ActorRef<Void> guardian =
        akka.spawn(
            Behaviors.setup(
                context -> {
                  devices.complete(LocalDeviceDirectory.spawn(context, site, MOST_AWAKE));
                  return Behaviors.empty();
                }));
    return new Life(world, executor, guardian, devices.join(), new ArrayList<>());
  }

  /** Somebody puts tubes into the racks, and tells both the engine and the world. */
  void load(SortedMap<RackId, List<Standing>> tubes) {
    tubes.forEach(this::load);
  }

  private void load(RackId rack, List<Standing> tubes) {
    var loaded =
        tubes.stream()
            .map(s -> new LoadedTube(s.tube(), new Position(rack, s.level(), s.well())))
            .toList();
    life.world().load("import-1", loaded);
    Imported answer =
        ask(
            replyTo ->
                life.devices()
                    .rack(rack)
                    .tell(new RackCommand.Import("import-1", tubes, CAUSE, replyTo)));
    if (answer.stored() != tubes.size()) {
      throw new AssertionError(answer);
    }
  }

  /** Lets somebody meddle, from the next time that work begins or goes on. */
  void admit(Operator operator) {
    operators.add(operator);
  }

  /** Sets the pickers on their errands, or lets them go on. */
  void work() {
    ActorRef<Object> errand = akka.spawn(errands.in(life.devices()));
    life.people().add(errand);
    operators.forEach(
        operator -> life.people().add(akka.spawn(operator.in(life.devices(), errand.narrow()))));
  }

  void kill() {
    life.people().forEach(actor -> akka.stop(actor, PATIENCE));
    akka.stop(life.guardian(), PATIENCE);
    stopRobots();
  }

  private void stopRobots() {
    life.executor().shutdownNow();
    try {
      if (!life.executor().awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The world does not stop");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    life.world().close();
  }

  void startAgain() {
    life = begin();
  }

  DeviceDirectory devices() {
    return life.devices();
  }

  List<TubeTruth> truth() {
    return life.world().truth();
  }

  SortedMap<TubeId, Found> believed(RackId rack, List<TubeId> tubes) {
    RackPicture picture =
        ask(
            replyTo ->
                life.devices()
                    .rack(rack)
                    .tell(new RackCommand.Describe(new TreeSet<>(tubes), replyTo)));
    return picture.found();
  }

  PickerPicture picture(PickerId picker) {
    return ask(replyTo -> life.devices().picker(picker).tell(new PickerCommand.Describe(replyTo)));
  }

  private <R> R ask(Consumer<ActorRef<R>> question) {
    TestProbe<R> probe = akka.createTestProbe();
    question.accept(probe.ref());
    return probe.receiveMessage(PATIENCE);
  }

  @Override
  public void close() {
    kill();
  }
}
