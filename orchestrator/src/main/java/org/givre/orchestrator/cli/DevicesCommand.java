package org.givre.orchestrator.cli;

import picocli.CommandLine.Command;

/** {@code givre devices}: the group of what is done with devices. */
@Command(
    name = "devices",
    description = "Look at pickers, dewars and ports, and take them out of service.")
final class DevicesCommand {}
