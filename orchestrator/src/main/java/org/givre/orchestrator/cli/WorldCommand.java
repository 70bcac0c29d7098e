package org.givre.orchestrator.cli;

import picocli.CommandLine.Command;

/** {@code givre world}: the group of what is done with simulated worlds. */
@Command(name = "world", description = "Look behind the simulation.")
final class WorldCommand {}
