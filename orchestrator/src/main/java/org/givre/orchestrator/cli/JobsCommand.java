package org.givre.orchestrator.cli;

import picocli.CommandLine.Command;

/** {@code givre jobs}: the group of what is done with jobs. */
@Command(name = "jobs", description = "Submit jobs, follow them, and say how they go on.")
final class JobsCommand {}
