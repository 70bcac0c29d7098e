package org.givre.orchestrator.api;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.Props;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.Behaviors;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.givre.devices.dewar.Dewar;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.directory.DeviceDirectory;
import org.givre.devices.picker.Picker;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerEquipment;
import org.givre.devices.port.Port;
import org.givre.devices.port.PortCommand;
import org.givre.devices.rack.Rack;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.rack.RackShape;
import org.givre.devices.sim.ClockAnchor;
import org.givre.devices.sim.SimulatedDriverProvider;
import org.givre.devices.sim.StoreWorld;
import org.givre.devices.sim.WallTimers;
import org.givre.devices.sim.WorldSettings;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.dispatch.Dispatch;
import org.givre.orchestrator.dispatch.DispatchRequest;
import org.givre.orchestrator.dispatch.DispatchSettings;
import org.givre.orchestrator.dispatch.DispatchSite;
import org.givre.orchestrator.dispatch.DispatchTimers;
import org.givre.orchestrator.dispatch.ExplanationDesk;
import org.givre.orchestrator.dispatch.PreviewDesk;
import org.givre.orchestrator.dispatch.planning.PlanningRound;
import org.givre.orchestrator.feed.JournalFeed;
import org.givre.orchestrator.job.DispatchMessage;
import org.givre.orchestrator.job.LocalJobDirectory;
import org.givre.orchestrator.view.View;
import org.givre.orchestrator.view.ViewUpdater;
import org.givre.orchestrator.wiring.Ulids;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;

/**
 * The API over a real journal with real jobs and devices in a simulated world, but for the second
 * picker, which does not answer. Jobs offer themselves to a dispatch that does nothing; the one
 * that holds the site is real and hears of none: nothing moves.
 */
final class RunningApi implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String READ_JOURNAL = "givre-journal.read";

  /** One picker never answers: no plan is to wait for it. */
  private static final DispatchSettings IMPATIENT =
      DispatchSettings.usual(7)
          .withTimers(DispatchTimers.USUAL.withGathering(Duration.ofMillis(300)));

  final StoreDefinition store = TwoPickers.definition();
  final EngineTime time = new EngineTime(Clock.systemUTC(), Clock.systemUTC(), 1);

  /** What happens before tubes are loaded. */
  volatile Runnable beforeLoading = () -> {};

  final List<String> worldConflicts = new ArrayList<>();
  final List<ReadyCheck> readyChecks = new ArrayList<>();
  final JournalTroubles journal = new JournalTroubles();
  final ScriptedBackups backups = new ScriptedBackups();
  final ActorSystem<?> system;
  final View view;
  final ScriptedDispatch dispatch;
  volatile boolean previewsBusy;
  volatile boolean explanationsBusy;
  final ApiParts parts;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService robots = Executors.newScheduledThreadPool(1);
  private final ExecutorService planner = Executors.newSingleThreadExecutor();
  private final Supplier<String> ids = new Ulids(time.engine(), new Random(7));
  private final StoreWorld world;
  private InetSocketAddress address = new InetSocketAddress(0);

  private RunningApi(Path directory, ApiLimits limits) {
    var anchor = new ClockAnchor(Instant.EPOCH, Instant.EPOCH, 1);
    world = StoreWorld.open(directory.resolve("world"), WorldSettings.of(store, anchor, 7), time);
    var config =
        """
        akka.loglevel = WARNING
        akka.actor.allow-java-serialization = off
        akka.persistence.journal.plugin = "givre-journal.write"
        akka.persistence.snapshot-store.plugin = "givre-journal.snapshots"
        givre-journal.dir = "%s"
        givre-journal.disk { alarm-below = 0, stop-below = 0, floor = 0, ballast = 0 }
        akka.coordinated-shutdown.exit-jvm = off
        """
            .formatted(directory.resolve("journal"));
    system =
        ActorSystem.create(
            Behaviors.empty(),
            "api",
            ConfigFactory.parseString(config).withFallback(ConfigFactory.load()));
    dispatch = new ScriptedDispatch(system);
    view = new View(store, system.executionContext());
    var feed = JournalFeed.of(system, READ_JOURNAL);
    var updater = new ViewUpdater(view, feed, system);
    updater.catchUp().toCompletableFuture().join();
    updater.follow();
    var devices = new Devices();
    var jobs = LocalJobDirectory.start(system, time, dispatch::behavior);
    var site =
        new DispatchSite(
            store,
            devices,
            view.tubes(),
            new PlanningRound(
                new WarmthPlanner(), FirstComeFirstServed.oneLiftPerTube(), System::nanoTime),
            planner,
            ids,
            time,
            IMPATIENT);
    ActorRef<DispatchRequest> dispatcher =
        system
            .<DispatchMessage>systemActorOf(Dispatch.create(site, jobs), "site", Props.empty())
            .narrow();
    parts =
        new ApiParts(
            system,
            store,
            time,
            view,
            feed,
            jobs,
            dispatcher,
            devices,
            new PreviewDesk(system, site, dispatcher, this::plan)::preview,
            new ExplanationDesk(system, dispatcher, limits.answerWithin(), this::explain)
                ::explained,
            (importId, tubes) -> {
              beforeLoading.run();
              return List.copyOf(worldConflicts);
            },
            ids,
            directory.resolve("uploads"),
            List.of(),
            new Operations(readyChecks(), journal, () -> "givre_journal_offset 7\n", backups),
            new SiteFacts("0.1.0-test", "simulation", "simulated"),
            limits);
  }

  /** Serves on a free port, its journal in {@code directory}. */
  static RunningApi start(Path directory, ApiLimits limits) {
    var api = new RunningApi(directory, limits);
    var binding = HttpServer.of(api.parts).bind("127.0.0.1", 0).toCompletableFuture().join();
    api.address = binding.localAddress();
    return api;
  }

  static RunningApi start(Path directory) {
    return start(directory, ApiLimits.USUAL);
  }

  /** Plans a preview, unless a test says that nobody has time for it. */
  private void plan(Runnable preview) {
    if (previewsBusy) {
      throw new RejectedExecutionException();
    }
    planner.execute(preview);
  }

  /** Explains, unless a test says that nobody has time for it. */
  private void explain(Runnable explanation) {
    if (explanationsBusy) {
      throw new RejectedExecutionException();
    }
    planner.execute(explanation);
  }

  /** A check that reads what a test has put into {@link #readyChecks}. */
  private List<ReadyCheck> readyChecks() {
    return List.of(
        new ReadyCheck() {
          @Override
          public String name() {
            return "journal";
          }

          @Override
          public Optional<String> trouble() {
            return readyChecks.stream().flatMap(check -> check.trouble().stream()).findFirst();
          }
        });
  }

  int port() {
    return address.getPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** An answer. */
  record Reply(int status, HttpResponse<String> response) {
    String text() {
      return response.body();
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException notJson) {
        throw new UncheckedIOException("Not JSON: " + response.body(), notJson);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String code() {
      return json().path("code").asText();
    }
  }

  Reply get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Reply post(String path, String type, String body) {
    return send("POST", path, BodyPublishers.ofString(body), "Content-Type", type);
  }

  Reply postJson(String path, String body) {
    return post(path, "application/json", body);
  }

  /** An object to be filled. */
  ObjectNode body() {
    return JSON.createObjectNode();
  }

  Reply send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    var request = HttpRequest.newBuilder(uri(path)).method(method, body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return sent(request.build());
  }

  private Reply reply(HttpRequest request) throws IOException, InterruptedException {
    var response = client.send(request, BodyHandlers.ofString());
    return new Reply(response.statusCode(), response);
  }

  /** A pooled connection may be one that the server has just closed: the next is a new one. */
  private Reply sentAgain(HttpRequest request) {
    try {
      return reply(request);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private Reply sent(HttpRequest request) {
    try {
      return reply(request);
    } catch (IOException closed) {
      return sentAgain(request);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Imports rows {@code barcode,specimen,material,aliquot,dewar,rack,level,well}. */
  Reply imported(String... rows) {
    return post("/v1/inventory:import", "text/csv", inventory(rows));
  }

  static String inventory(String... rows) {
    return "tube_barcode,specimen_id,material,aliquot,dewar,rack,level,well\n"
        + String.join("\n", rows)
        + "\n";
  }

  /** Submits a job and returns its id once lists show it. */
  String submitted(String body) {
    var reply = postJson("/v1/jobs", body);
    if (reply.status() != 202) {
      throw new AssertionError(reply.text());
    }
    settle();
    return reply.json().get("id").asText();
  }

  /** Waits until the view shows what is in the journal now. */
  void settle() {
    var last =
        parts
            .feed()
            .storedAfter(view.appliedOffset())
            .runFold(view.appliedOffset(), (before, event) -> event.offset(), system)
            .toCompletableFuture()
            .join();
    view.awaitApplied(last).toCompletableFuture().join();
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    robots.shutdownNow();
    planner.shutdownNow();
    world.close();
  }

  /** Real ones; a second picker that never answers. */
  private final class Devices implements DeviceDirectory {
    private final Map<Object, RecipientRef<?>> awake = new HashMap<>();

    @SuppressWarnings("unchecked")
    private synchronized <C> RecipientRef<C> awake(Object id, String kind, Behavior<C> behavior) {
      return (RecipientRef<C>)
          awake.computeIfAbsent(
              id, isNew -> system.systemActorOf(behavior, kind + "-" + id, Props.empty()));
    }

    @Override
    public RecipientRef<RackCommand> rack(RackId id) {
      var shape = RackShape.of(store.dewarOf(id).orElseThrow());
      return awake(id, "rack", Rack.create(id, shape, time));
    }

    @Override
    public RecipientRef<DewarCommand> dewar(DewarId id) {
      return awake(id, "dewar", Dewar.create(id, time));
    }

    @Override
    public RecipientRef<PortCommand> port(PortId id) {
      return awake(id, "port", Port.create(store.port(id).orElseThrow(), time));
    }

    @Override
    public RecipientRef<PickerCommand> picker(PickerId id) {
      var equipment =
          new PickerEquipment(
              store, new SimulatedDriverProvider(world, WallTimers.on(robots)), this, ids, time);
      return awake(
          id,
          "picker",
          id.equals(TwoPickers.SECOND) ? Behaviors.ignore() : Picker.create(id, equipment));
    }
  }
}
