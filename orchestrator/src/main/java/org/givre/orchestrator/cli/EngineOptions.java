package org.givre.orchestrator.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line says about an engine; what it does not say comes from the configuration.
 *
 * @param store empty: the store of the data directory or, for a new one, the 1000g store
 * @param freePortInstead whether any free port will do when the configured one is taken
 */
public record EngineOptions(
    Path dataDirectory,
    Optional<Path> store,
    boolean simulate,
    Optional<Double> speed,
    Optional<Long> seed,
    Optional<Integer> port,
    boolean freePortInstead) {}
