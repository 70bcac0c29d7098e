package org.givre.journal.akka;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.persistence.Persistence;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Actor systems whose journal is in a directory. */
final class Systems {
  private static final String COMMON =
      """
      akka {
        loglevel = WARNING
        log-dead-letters = off
        log-dead-letters-during-shutdown = off
        loggers = ["akka.testkit.TestEventListener"]
        persistence.journal.plugin = "givre-journal.write"
        persistence.snapshot-store.plugin = "givre-journal.snapshots"
        persistence.publish-plugin-commands = on
        actor {
          serializers.spoken = "org.givre.journal.akka.SpokenSerializer"
          serialization-bindings { "org.givre.journal.akka.Spoken" = spoken }
          allow-java-serialization = off
        }
      }
      givre-journal.disk { alarm-below = 0, stop-below = 0, floor = 0, ballast = 0 }
      """;

  private Systems() {}

  static Config config(Path journal, String more) {
    return ConfigFactory.parseString(more)
        .withFallback(ConfigFactory.parseString("givre-journal.dir = \"%s\"".formatted(journal)))
        .withFallback(ConfigFactory.parseString(COMMON))
        .withFallback(ConfigFactory.load())
        .resolve();
  }

  static ActorSystem start(Path journal) {
    return start(journal, "");
  }

  /** Starts a system with settings that come before the usual. */
  static ActorSystem start(Path journal, String more) {
    return ActorSystem.create("journal", config(journal, more));
  }

  /** Returns once the journal is closed. */
  static void stop(ActorSystem system) throws Exception {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  static ActorRef journal(ActorSystem system) {
    return Persistence.get(system).journalFor("", ConfigFactory.empty());
  }

  static ActorRef snapshots(ActorSystem system) {
    return Persistence.get(system).snapshotStoreFor("", ConfigFactory.empty());
  }
}
