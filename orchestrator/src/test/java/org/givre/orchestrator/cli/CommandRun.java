package org.givre.orchestrator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.givre.journal.store.Progress;
import org.givre.journal.store.Restore;

/** What a command said and returned. */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command that needs no engine of its own; {@code url} is what the environment says. */
  static CommandRun of(Optional<String> url, String... arguments) {
    return of(url, new NoJournals(), arguments);
  }

  /** Runs a command that finds the journals of {@code journals}. */
  static CommandRun of(Optional<String> url, JournalHome journals, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
    var workplace = workplace(terminal, Clock.systemUTC(), url, journals);
    var code = new GivreCommandLine(workplace).run(arguments);
    return new CommandRun(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Where nobody starts engines, and no journals are. */
  static Workplace workplace(Terminal terminal, Clock wall) {
    return workplace(terminal, wall, Optional.empty(), new NoJournals());
  }

  private static Workplace workplace(
      Terminal terminal, Clock wall, Optional<String> url, JournalHome journals) {
    return new Workplace(
        terminal,
        url,
        "ada",
        wall,
        () -> "key-of-a-test",
        (options, opening) -> {
          throw new CommandFailure(ExitCode.CONFLICT, "no engines here: " + options);
        },
        (world, history, csv) -> csv.append("world ").append(world.toString()),
        journals);
  }

  static CommandRun of(String... arguments) {
    return of(Optional.empty(), arguments);
  }

  /** No journals here. */
  private static final class NoJournals implements JournalHome {
    @Override
    public Optional<URI> engine(Path dataDirectory) {
      throw new CommandFailure(ExitCode.CONFLICT, "no journals here: " + dataDirectory);
    }

    @Override
    public Held hold(Path dataDirectory) {
      throw new CommandFailure(ExitCode.CONFLICT, "no journals here: " + dataDirectory);
    }

    @Override
    public Restore.Report restore(Path backup, Path dataDirectory, Progress progress) {
      throw new CommandFailure(ExitCode.CONFLICT, "no journals here: " + dataDirectory);
    }
  }
}
