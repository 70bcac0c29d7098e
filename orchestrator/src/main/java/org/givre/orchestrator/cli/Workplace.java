package org.givre.orchestrator.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What commands find where they are run.
 *
 * @param url where the engine is, as the environment says ({@code GIVRE_URL})
 * @param wall the time of the people who watch
 * @param keys makes keys by which the engine recognises a repeated request
 */
public record Workplace(
    Terminal terminal,
    Optional<String> url,
    Clock wall,
    Supplier<String> keys,
    EngineStarter engines,
    WorldPrinter worlds) {}
