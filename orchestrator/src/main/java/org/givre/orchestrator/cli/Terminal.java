package org.givre.orchestrator.cli;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress and complaints
 * @param interactive whether a person watches, so that a line may be drawn again
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {}
