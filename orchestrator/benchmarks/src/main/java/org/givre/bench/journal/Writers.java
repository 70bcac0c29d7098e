package org.givre.bench.journal;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An actor system full of writers. */
final class Writers implements AutoCloseable {
  /** A stock journal that is overloaded needs minutes to end. */
  private static final Duration LONGEST_END = Duration.ofMinutes(5);

  private final ActorSystem<Void> system;
  private final List<ActorRef<Writer.Persist>> all;

  private Writers(ActorSystem<Void> system, List<ActorRef<Writer.Persist>> all) {
    this.system = system;
    this.all = all;
  }

  /** Starts a system with so many writers; they recover by themselves. */
  static Writers start(Config config, int count, Writer.Observer observer) {
    var made = new CompletableFuture<List<ActorRef<Writer.Persist>>>();
    var system = ActorSystem.create(guardian(count, observer, made), "bench", config);
    return new Writers(system, made.join());
  }

  private static Behavior<Void> guardian(
      int count, Writer.Observer observer, CompletableFuture<List<ActorRef<Writer.Persist>>> made) {
    return Behaviors.setup(
        context -> {
          var all = new ArrayList<ActorRef<Writer.Persist>>(count);
          for (var number = 0; number < count; number++) {
            all.add(context.spawn(Writer.create(number, observer), "writer-" + number));
          }
          made.complete(all);
          return Behaviors.empty();
        });
  }

  /** Asks each for an event. */
  void sendAll() {
    all.forEach(writer -> writer.tell(new Writer.Persist(System.nanoTime())));
  }

  void send(int number, long dueNanos) {
    all.get(number).tell(new Writer.Persist(dueNanos));
  }

  @Override
  public void close() throws InterruptedException, TimeoutException {
    system.terminate();
    try {
      system
          .getWhenTerminated()
          .toCompletableFuture()
          .get(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new IllegalStateException("The actor system ended badly", failed);
    }
  }
}
