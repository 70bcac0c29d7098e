package org.givre.bench.journal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Map;

/** Configurations of the two plug-ins: their defaults, and a directory. */
final class Journals {
  private static final Config COMMON =
      ConfigFactory.parseMap(
          Map.of(
              "akka.loglevel",
              "WARNING",
              "akka.actor.serializers.bench",
              Stored.Serializer.class.getName(),
              "akka.actor.serialization-bindings.\"" + Stored.class.getName() + "\"",
              "bench"));

  private Journals() {}

  /** Of a contender: {@code stock} or {@code givre}. */
  static Config of(String contender, Path directory) {
    return switch (contender) {
      case "stock" -> stock(directory);
      case "givre" -> givre(directory);
      default -> throw new IllegalArgumentException("No plug-in is called " + contender);
    };
  }

  private static Config stock(Path directory) {
    return with(
        Map.of(
            "akka.persistence.journal.plugin",
            "akka.persistence.journal.leveldb",
            "akka.persistence.journal.leveldb.dir",
            directory.toString()));
  }

  private static Config givre(Path directory) {
    return with(
        Map.of(
            "akka.persistence.journal.plugin",
            "givre-journal.write",
            "givre-journal.dir",
            directory.toString()));
  }

  /** The stock plug-in without syncs, to fill a store that is only read afterwards. */
  static Config filling(String contender, Path directory) {
    return ConfigFactory.parseMap(Map.of("akka.persistence.journal.leveldb.fsync", "off"))
        .withFallback(of(contender, directory));
  }

  private static Config with(Map<String, String> settings) {
    return ConfigFactory.parseMap(settings).withFallback(COMMON).withFallback(ConfigFactory.load());
  }
}
