package org.givre.orchestrator.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that starts an engine. */
final class EngineFlags {
  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "Engine seconds per second of the wall, 1 to 2000, in simulation.")
  private Optional<Double> speed = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "Of all chance in the engine.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--port", paramLabel = "N", description = "HTTP port on loopback (8080).")
  private Optional<Integer> port = Optional.empty();

  /** What {@code serve} was asked for. */
  EngineOptions served(Path dataDirectory, Optional<Path> store, boolean simulate) {
    return new EngineOptions(dataDirectory, store, simulate, speed, seed, port, false);
  }

  /** What {@code demo} was asked for: simulated, and on any port when none was named. */
  EngineOptions demonstrated(Path dataDirectory, double usualSpeed) {
    return new EngineOptions(
        dataDirectory,
        Optional.empty(),
        true,
        Optional.of(speed.orElse(usualSpeed)),
        seed,
        port,
        port.isEmpty());
  }
}
