package org.givre.orchestrator.cli;

import picocli.CommandLine.Command;

/** {@code givre jobs}: the group of what is done with jobs. */
@Command(name = "jobs", description = "Submit jobs and follow them.")
final class JobsCommand {}
