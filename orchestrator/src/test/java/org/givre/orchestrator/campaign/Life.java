package org.givre.orchestrator.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** An engine from its start to its end, with those who talk to it. */
final class Life implements AutoCloseable {
  /** On the wall: at once, but for a request whose connection does not notice. */
  private static final Duration LONGEST_FAREWELL = ApiClient.PATIENCE.multipliedBy(2);

  private final EngineProcess engine;
  private final Path data;
  private final Observer observer;
  private Optional<ApiClient> api = Optional.empty();
  private Optional<Thread> visitor = Optional.empty();
  private OptionalDouble readySeconds = OptionalDouble.empty();
  private volatile Optional<Throwable> trouble = Optional.empty();

  private Life(EngineProcess engine, Path data, Observer observer) {
    this.engine = engine;
    this.data = data;
    this.observer = observer;
  }

  static Life start(Path data, double speed, Observer observer) throws IOException {
    return new Life(EngineProcess.start(data, EngineSetup.at(speed), output(data)), data, observer);
  }

  /** What the engine of a data directory prints. */
  static Path output(Path data) {
    return data.resolveSibling(data.getFileName() + ".out");
  }

  /** Waits until the engine serves. */
  ApiClient awaitReady() throws InterruptedException, NoAnswer {
    var client = new ApiClient(engine.awaitUp());
    client.get("/health/ready").expect(200);
    readySeconds = OptionalDouble.of(engine.secondsSinceStart());
    observer.follow(client);
    api = Optional.of(client);
    return client;
  }

  /** Pays the visit while the caller goes on. */
  void invite(Visit visit) {
    var client = api.orElseThrow();
    var thread = new Thread(() -> pay(visit, client), "visitor");
    thread.start();
    visitor = Optional.of(thread);
  }

  private void pay(Visit visit, ApiClient client) {
    try {
      visit.pay(client);
    } catch (NoAnswer killed) {
      // Its next visit begins with what was not answered.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | AssertionError unexpected) {
      trouble = Optional.of(unexpected);
    }
  }

  ApiClient api() {
    return api.orElseThrow();
  }

  Observer observer() {
    return observer;
  }

  EngineProcess engine() {
    return engine;
  }

  /** Kills the engine; answers what that hit. */
  Kill kill(int round, Kind kind) throws InterruptedException {
    var alive = engine.secondsSinceStart();
    var at = engine.kill();
    var underway = api.map(ApiClient::underway).orElse("");
    if (visitor.isPresent()) {
      awaitGone(visitor.get());
    }
    if (trouble.isPresent()) {
      throw new IllegalStateException("A client was treated badly", trouble.get());
    }
    var truth = Truth.at(data, at);
    return new Kill(round, kind, truth, underway, readySeconds, motionSeconds(), alive);
  }

  private static void awaitGone(Thread visitor) throws InterruptedException {
    visitor.join(LONGEST_FAREWELL.toMillis());
    if (visitor.isAlive()) {
      throw new IllegalStateException("A client goes on though its engine is gone");
    }
  }

  private OptionalDouble motionSeconds() {
    return readySeconds.isEmpty()
        ? OptionalDouble.empty()
        : observer
            .firstMotion()
            .map(event -> OptionalDouble.of(engine.secondsUntil(event.nanos())))
            .orElse(OptionalDouble.empty());
  }

  /** Ends the engine in an orderly way. */
  void stop() throws InterruptedException {
    engine.stop();
  }

  @Override
  public void close() {
    engine.close();
  }
}
