package org.givre.orchestrator.cli;

import picocli.CommandLine.Command;

/** {@code givre tubes}: the group of what is done with tubes. */
@Command(name = "tubes", description = "Look at tubes.")
final class TubesCommand {}
