package org.givre.orchestrator.cli;

import picocli.CommandLine.Command;

/** {@code givre journal}: the group of what is done with an engine's journal. */
@Command(
    name = "journal",
    description = {
      "Look after the journal of a data directory.",
      "An engine must not hold the directory meanwhile; only a backup can be made while it runs, by itself."
    })
final class JournalCommand {}
