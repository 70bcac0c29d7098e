/**
 * The command line, {@code givre}. Commands that talk about a store speak the HTTP API of {@code
 * http-api.md} and know nothing else about the engine; {@code plan} works on files alone; {@code
 * serve}, {@code demo} and {@code world export} ask the wiring for what only it may choose, through
 * the interfaces of this package.
 *
 * <p>Each command is a class that picocli fills from the arguments. What it needs of the machine -
 * terminal, clock, chance, engines - comes in a {@link org.givre.orchestrator.cli.Workplace}, so
 * that all of it runs in tests. A command either returns one of the {@link
 * org.givre.orchestrator.cli.ExitCode}s or throws a {@link
 * org.givre.orchestrator.cli.CommandFailure}, which carries one.
 */
@NullMarked
package org.givre.orchestrator.cli;

import org.jspecify.annotations.NullMarked;
