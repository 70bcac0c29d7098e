package org.givre.orchestrator.wiring;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.wiring.StartRefusal.Reason;

/**
 * Puts settings together. What stands first wins: the command line, system properties, {@code
 * givre.conf} in the data directory, how we use Akka, everybody's defaults.
 */
final class EngineConfig {
  private EngineConfig() {}

  static Config of(EngineOptions options) {
    return of(options, DataDirectory.config(options.dataDirectory()));
  }

  /** With {@code own} for the {@code givre.conf} that the data directory will have. */
  static Config of(EngineOptions options, Path own) {
    try {
      return ConfigFactory.parseMap(said(options), "command line")
          .withFallback(ConfigFactory.defaultOverrides())
          .withFallback(ConfigFactory.parseFile(own.toFile()))
          .withFallback(ConfigFactory.parseResources("engine.conf"))
          .withFallback(ConfigFactory.defaultReferenceUnresolved())
          .resolve();
    } catch (ConfigException broken) {
      throw new StartRefusal(
          Reason.MALFORMED,
          "%s: %s. Correct it there.".formatted(own, broken.getMessage()),
          broken);
    }
  }

  private static Map<String, Object> said(EngineOptions options) {
    var said = new TreeMap<String, Object>();
    said.put("givre.data-directory", absolute(options.dataDirectory()));
    if (options.simulate()) {
      said.put("givre.simulate", true);
    }
    options.speed().ifPresent(speed -> said.put("givre.speed", speed));
    options.seed().ifPresent(seed -> said.put("givre.seed", seed));
    options.port().ifPresent(port -> said.put("givre.http.port", port));
    return said;
  }

  private static String absolute(Path directory) {
    return directory.toAbsolutePath().normalize().toString();
  }
}
