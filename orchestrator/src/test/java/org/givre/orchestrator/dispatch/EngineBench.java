package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.serialization.SerializationExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.directory.DeviceDirectory;
import org.givre.devices.directory.DeviceSite;
import org.givre.devices.directory.LocalDeviceDirectory;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.rack.RackEvent;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.sim.ClockAnchor;
import org.givre.devices.sim.LoadedTube;
import org.givre.devices.sim.SimulatedDriverProvider;
import org.givre.devices.sim.StoreWorld;
import org.givre.devices.sim.TubePlace;
import org.givre.devices.sim.TubeTruth;
import org.givre.devices.sim.WallTimers;
import org.givre.devices.sim.WorldSettings;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.dispatch.MemoryJournal.Journalled;
import org.givre.orchestrator.dispatch.planning.PlanningRound;
import org.givre.orchestrator.job.DispatchMessage;
import org.givre.orchestrator.job.JobCommand;
import org.givre.orchestrator.job.JobDirectory;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.LocalJobDirectory;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;

/**
 * An engine without its HTTP side, in a world that outlives it: jobs, dispatch, devices, simulated
 * robots and a journal in memory. Not LevelDB's: that takes the process with it when it is closed
 * while an actor recovers.
 */
public final class EngineBench implements AutoCloseable {
  /** Far beyond what anything here takes, on any machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Cause CAUSE = Cause.policy("test", "", "");

  private final StoreDefinition store;
  private final Path directory;
  private final DispatchSettings settings;
  private final EngineTime time;
  private final StoreWorld world;
  private final AtomicLong ids = new AtomicLong();
  private final SortedMap<TubeId, LoadedTube> inventory = new TreeMap<>();
  private final TubeIndex index = new WorldIndex();
  private final ScheduledExecutorService robots = Executors.newScheduledThreadPool(1);
  private final ExecutorService planner = Executors.newSingleThreadExecutor();
  private Optional<Running> running = Optional.empty();

  /** What a stop of the engine takes away. */
  private record Running(ActorTestKit akka, DeviceDirectory devices, LocalJobDirectory jobs) {}

  EngineBench(StoreDefinition store, Path directory, double speed, long seed) {
    this(store, directory, speed, seed, DispatchSettings.usual(7));
  }

  /** One that stands still; its world is in {@code directory}. */
  public EngineBench(
      StoreDefinition store, Path directory, double speed, long seed, DispatchSettings settings) {
    this.store = store;
    this.settings = settings;
    this.directory = directory;
    var wall = Clock.systemUTC();
    var anchor = new ClockAnchor(wall.instant(), Instant.parse("2026-11-23T12:00:00Z"), speed);
    time = new EngineTime(anchor.clock(wall), wall, speed);
    world =
        StoreWorld.open(directory.resolve("world"), WorldSettings.of(store, anchor, seed), time);
  }

  /** Starts it on what its journal has. */
  public void start() {
    var akka = ActorTestKit.create("engine", config());
    var devices = new CompletableFuture<DeviceDirectory>();
    var drivers = new SimulatedDriverProvider(world, WallTimers.on(robots));
    var site = new DeviceSite(store, drivers, this::id, time);
    akka.spawn(
        Behaviors.setup(
            context -> {
              devices.complete(LocalDeviceDirectory.spawn(context, site));
              return Behaviors.empty();
            }));
    var found = devices.join();
    var jobs = LocalJobDirectory.start(akka.system(), time, all -> dispatch(found, all));
    running = Optional.of(new Running(akka, found, jobs));
  }

  private Behavior<DispatchMessage> dispatch(DeviceDirectory devices, JobDirectory jobs) {
    var round =
        new PlanningRound(
            new WarmthPlanner(), FirstComeFirstServed.oneLiftPerTube(), System::nanoTime);
    return Dispatch.create(site(devices, round), jobs);
  }

  private DispatchSite site(DeviceDirectory devices, PlanningRound round) {
    return new DispatchSite(store, devices, index, round, planner, this::id, time, settings);
  }

  /** The plan that there would be; nobody hears of it. */
  Preview preview(List<JobSpec> jobs, String... without) {
    var engine = running();
    var round =
        new PlanningRound(
            new WarmthPlanner(), FirstComeFirstServed.oneLiftPerTube(), System::nanoTime);
    var desk =
        new PreviewDesk(
            engine.akka.system(),
            site(engine.devices, round),
            engine.jobs.dispatch().narrow(),
            planner);
    return desk.preview(jobs, new TreeSet<>(List.of(without))).toCompletableFuture().join();
  }

  /** The plan that holds, and what it was reckoned on. */
  DispatchRequest.PlanPicture planPicture() {
    var engine = running();
    var desk =
        new ExplanationDesk(
            engine.akka.system(), engine.jobs.dispatch().narrow(), PATIENCE, planner);
    return desk.explained(picture -> picture).toCompletableFuture().join();
  }

  private String id() {
    return "id-" + ids.incrementAndGet();
  }

  /** The actors of the running engine. */
  public ActorSystem<?> system() {
    return running().akka.system();
  }

  /** The devices of the running engine. */
  public DeviceDirectory devices() {
    return running().devices;
  }

  /** The jobs of the running engine, and its dispatch. */
  public LocalJobDirectory jobs() {
    return running().jobs;
  }

  /** Its clocks; they go on while it is stopped. */
  public EngineTime time() {
    return time;
  }

  /** Everything in memory is lost; robots go on with what they have. */
  void stop() {
    running().akka.shutdownTestKit();
    running = Optional.empty();
  }

  /** Stops and starts again on the same journal, in the same world. */
  public void restart() {
    stop();
    start();
  }

  /** All that it has journalled, in the order in which it was written. */
  public List<Journalled> journal() {
    return MemoryJournal.read(directory.toString(), SerializationExtension.get(system()));
  }

  /** How often the rack was lifted, as the journal has it. */
  long lifts(RackId rack) {
    return journal().stream()
        .filter(entry -> entry.persistenceId().equals("rack|" + rack))
        .filter(entry -> entry.recorded().event() instanceof RackEvent.RackLifted)
        .count();
  }

  /** How many events the journal has. */
  long events() {
    return journal().size();
  }

  /** Every tube stands where the engine believes it to stand, and nowhere else. */
  public void assertThatBeliefIsTrue() {
    var standing = new TreeMap<TubeId, Position>();
    for (var truth : world.truth()) {
      if (truth.place() instanceof TubePlace.InRack in) {
        standing.put(truth.tube().id(), in.position());
      }
    }
    assertThat(belief()).isEqualTo(standing);
  }

  private Running running() {
    return running.orElseThrow();
  }

  private Config config() {
    var own = Map.of("givre.data-directory", directory.toString());
    return MemoryJournal.named(directory.toString())
        .withFallback(ConfigFactory.parseMap(own))
        .withFallback(ConfigFactory.parseResources("engine.conf"))
        .withFallback(ConfigFactory.defaultReferenceUnresolved())
        .resolve();
  }

  /** Somebody puts tubes into racks, and tells the engine. */
  public void load(List<LoadedTube> tubes) {
    world.load("first", tubes);
    var standing = new TreeMap<RackId, List<Standing>>();
    for (var tube : tubes) {
      var position = tube.position();
      inventory.put(tube.tube().id(), tube);
      standing
          .computeIfAbsent(position.rack(), rack -> new ArrayList<>())
          .add(new Standing(tube.tube(), position.level(), position.well()));
    }
    var probe = running().akka.createTestProbe(RackCommand.Imported.class);
    standing.forEach(
        (rack, here) ->
            running()
                .devices
                .rack(rack)
                .tell(new RackCommand.Import("first", here, CAUSE, probe.ref())));
    standing.keySet().forEach(rack -> probe.receiveMessage(PATIENCE));
  }

  /** The index follows the world: what has left its rack is in none. */
  private final class WorldIndex implements TubeIndex {
    @Override
    public Optional<RackId> rackOf(TubeId tube) {
      return Optional.ofNullable(inventory.get(tube))
          .filter(known -> truth(tube) instanceof TubePlace.InRack)
          .map(known -> known.position().rack());
    }

    @Override
    public Optional<Tube> contentOf(TubeId tube) {
      return Optional.ofNullable(inventory.get(tube)).map(LoadedTube::tube);
    }
  }

  TubePlace truth(TubeId tube) {
    return world.truth().stream()
        .filter(truth -> truth.tube().id().equals(tube))
        .map(TubeTruth::place)
        .findFirst()
        .orElseThrow();
  }

  /** Every tube as it truly is. */
  public List<TubeTruth> truth() {
    return world.truth();
  }

  JobState submit(String id, JobSpec spec) {
    return ask(id, replyTo -> new JobCommand.Submit(spec, CAUSE, replyTo)).orElseThrow();
  }

  void release(String id) {
    act(id, "release");
  }

  /** Does something with a job; {@code arguments} are names and values in turn. */
  ActionAnswer act(String id, String type, String... arguments) {
    var action = Action.of("action-" + id(), type);
    for (int i = 0; i < arguments.length; i += 2) {
      action = action.with(arguments[i], arguments[i + 1]);
    }
    var probe = running().akka.createTestProbe(ActionAnswer.class);
    var cause = action.cause("operator", "because", id);
    running().jobs.job(new JobId(id)).tell(new JobCommand.Act(action, cause, probe.ref()));
    return probe.receiveMessage(PATIENCE);
  }

  /** Does something with a picker, and tells dispatch. */
  ActionAnswer act(PickerId picker, String type) {
    var action = Action.of("action-" + id(), type);
    var probe = running().akka.createTestProbe(ActionAnswer.class);
    var cause = action.cause("operator", "because", "");
    running().devices.picker(picker).tell(new PickerCommand.Act(action, cause, probe.ref()));
    var answer = probe.receiveMessage(PATIENCE);
    running().jobs.dispatch().tell(new DispatchRequest.DevicesChanged(type + ":" + picker));
    return answer;
  }

  /** Does something with the whole site. */
  ActionAnswer actSite(String type) {
    var action = Action.of("action-" + id(), type);
    var probe = running().akka.createTestProbe(ActionAnswer.class);
    var cause = action.cause("operator", "because", "");
    running().jobs.dispatch().tell(new DispatchRequest.ActSite(action, cause, probe.ref()));
    return probe.receiveMessage(PATIENCE);
  }

  DispatchRequest.SitePicture awaitSite(Predicate<DispatchRequest.SitePicture> expected) {
    var probe = running().akka.createTestProbe(DispatchRequest.SitePicture.class);
    return probe.awaitAssert(
        PATIENCE,
        Duration.ofMillis(20),
        () -> {
          running().jobs.dispatch().tell(new DispatchRequest.DescribeSite(probe.ref()));
          var site = probe.receiveMessage(PATIENCE);
          assertThat(site).matches(expected);
          return site;
        });
  }

  PickerPicture awaitPicker(PickerId picker, Predicate<PickerPicture> expected) {
    var probe = running().akka.createTestProbe(PickerPicture.class);
    return probe.awaitAssert(
        PATIENCE,
        Duration.ofMillis(20),
        () -> {
          running().devices.picker(picker).tell(new PickerCommand.Describe(probe.ref()));
          var picture = probe.receiveMessage(PATIENCE);
          assertThat(picture).matches(expected);
          return picture;
        });
  }

  Optional<JobState> describe(String id) {
    return ask(id, JobCommand.Describe::new);
  }

  private Optional<JobState> ask(String id, Function<ActorRef<JobCommand.Answer>, JobCommand> ask) {
    var probe = running().akka.createTestProbe(JobCommand.Answer.class);
    running().jobs.job(new JobId(id)).tell(ask.apply(probe.ref()));
    return probe.receiveMessage(PATIENCE).state();
  }

  /** The job's state as soon as it is as expected. */
  JobState await(String id, Predicate<JobState> expected) {
    var probe = running().akka.createTestProbe();
    return probe.awaitAssert(
        PATIENCE,
        Duration.ofMillis(20),
        () ->
            describe(id)
                .filter(expected)
                .orElseThrow(() -> new AssertionError("job " + id + " is " + describe(id))));
  }

  JobState awaitEnd(String id) {
    return await(id, job -> job.phase().terminal());
  }

  /** What the racks believe, by tube. */
  private SortedMap<TubeId, Position> belief() {
    var belief = new TreeMap<TubeId, Position>();
    var tubes = new TreeSet<>(inventory.keySet());
    var probe = running().akka.createTestProbe(RackCommand.RackPicture.class);
    for (var rack : store.dewarByRack().keySet()) {
      running().devices.rack(rack).tell(new RackCommand.Describe(tubes, probe.ref()));
      probe
          .receiveMessage(PATIENCE)
          .found()
          .forEach((id, f) -> belief.put(id, new Position(rack, f.level(), f.well())));
    }
    return belief;
  }

  @Override
  public void close() {
    running.ifPresent(engine -> engine.akka.shutdownTestKit());
    MemoryJournal.drop(directory.toString());
    planner.shutdownNow();
    robots.shutdownNow();
    world.close();
  }
}
