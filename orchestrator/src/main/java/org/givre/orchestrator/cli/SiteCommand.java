package org.givre.orchestrator.cli;

import picocli.CommandLine.Command;

/** {@code givre site}: the group of what is done with the site as a whole. */
@Command(name = "site", description = "Look at the site, stop everything, let it go on.")
final class SiteCommand {}
