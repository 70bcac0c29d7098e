package org.givre.orchestrator.wiring;

import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletionException;
import org.givre.journal.store.Progress;
import org.givre.orchestrator.api.HttpServer;
import org.givre.orchestrator.api.PortInUseException;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.session.SessionEvent.SessionStarted;
import org.givre.orchestrator.wiring.Engine.Served;
import org.givre.orchestrator.wiring.StartRefusal.Reason;

/**
 * Starts the parts of an engine one after another. What can be refused is looked at before anything
 * is started; HTTP comes last, so that nobody is served before the journal has proved to work.
 */
final class EngineStart {
  private final EngineOptions options;
  private final Machine machine;
  private final Progress opening;
  private final Opened opened = new Opened();

  EngineStart(EngineOptions options, Machine machine, Progress opening) {
    this.options = options;
    this.machine = machine;
    this.opening = opening;
  }

  /** Starts them all, or none. */
  Engine run() throws IOException {
    try {
      return started(EngineConfig.of(options));
    } catch (IOException | RuntimeException refused) {
      opened.close();
      throw refused;
    }
  }

  private Engine started(Config config) throws IOException {
    var settings = Settings.of(config);
    requireDrivers(settings);
    var http = settings.http();
    var port = Ports.choose(http.host(), http.port(), options.freePortInstead());
    var foundation = Foundation.lay(options, settings, machine, opened);
    var system = system(config);
    var start = new JournalStart(system, machine.wall());
    var journal = start.open(opening);
    probe(system, foundation, journal.watch());
    var server = new Services(system, foundation, journal).start();
    var url = bound(server, http.host(), port);
    opened.add(foundation.directory().announce(url));
    start.leaveWhenStopped();
    return new Engine(
        system, new Served(url, description(foundation, url)), journal.watch(), opened);
  }

  private static void requireDrivers(Settings settings) {
    if (!settings.simulate()) {
      throw new StartRefusal(
          Reason.SETTINGS,
          "There are no drivers for real robots yet; they will come as jars in a later version. Use --simulate.");
    }
  }

  private ActorSystem<Void> system(Config config) {
    var system = ActorSystem.create(Behaviors.<Void>empty(), "givre", config);
    opened.add(() -> stopped(system));
    return system;
  }

  /** HTTP first, then actors. */
  private static void stopped(ActorSystem<Void> system) {
    CoordinatedShutdown.get(system)
        .runAll(CoordinatedShutdown.unknownReason())
        .toCompletableFuture()
        .join();
  }

  private static void probe(ActorSystem<Void> system, Foundation foundation, JournalWatch journal) {
    var settings = foundation.settings();
    new JournalProbe(system, foundation.time(), settings.journalStartLimit(), journal)
        .record(
            new SessionStarted(
                Version.OF_PRODUCT, settings.speed(), foundation.seed(), settings.simulate()));
  }

  private static URI bound(HttpServer server, String host, int port) {
    try {
      var binding = server.bind(host, port).toCompletableFuture().join();
      return URI.create("http://%s:%d".formatted(host, binding.localAddress().getPort()));
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof PortInUseException taken) {
        throw new StartRefusal(Reason.CONFLICT, String.valueOf(taken.getMessage()), taken);
      }
      throw failed;
    }
  }

  private String description(Foundation foundation, URI url) {
    var store = foundation.store();
    return "%sGivre %s is up at %s: store %s, %d simulated pickers, %s times as fast as the wall. Data: %s"
        .formatted(
            portNote(foundation.settings().http().port(), url.getPort()),
            Version.OF_PRODUCT,
            url,
            store.name(),
            store.pickers().size(),
            speed(foundation.settings().speed()),
            options.dataDirectory());
  }

  private static String portNote(int wanted, int taken) {
    return wanted == 0 || wanted == taken
        ? ""
        : "Port %d is in use; %d is free and taken instead.%n".formatted(wanted, taken);
  }

  private static String speed(double speed) {
    return speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed);
  }
}
