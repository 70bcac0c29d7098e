package org.givre.orchestrator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.givre.journal.store.JournalDamage;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.JournalStopped;
import org.iq80.leveldb.DBException;
import picocli.CommandLine.Option;

/** A command on the journal of a data directory: holds it, shows progress, explains refusals. */
abstract class JournalTask implements Callable<Integer> {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      required = true,
      description = "The data directory of an engine.")
  private Path dataDirectory;

  private final Workplace workplace;

  JournalTask(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Does it; returns the exit code. */
  abstract int run(TaskProgress progress) throws IOException;

  /** What is shown beside how far it is, such as {@code verifying}. */
  abstract String doing();

  @Override
  public final Integer call() {
    try (var line = ProgressLine.patient(workplace.terminal(), workplace.wall())) {
      return run(
          new TaskProgress(
              line.counting("opening the journal"), line.counting(doing()), line::counting));
    } catch (JournalRefusal refused) {
      throw new CommandFailure(exitCode(refused), String.valueOf(refused.getMessage()), refused);
    } catch (JournalDamage | JournalStopped told) {
      throw new CommandFailure(ExitCode.JOURNAL_STOPPED, String.valueOf(told.getMessage()), told);
    } catch (DBException broken) {
      throw failed(ExitCode.JOURNAL_STOPPED, broken);
    } catch (IOException | UncheckedIOException broken) {
      throw failed(ExitCode.FAILED, broken);
    }
  }

  private CommandFailure failed(int exitCode, Exception broken) {
    return new CommandFailure(
        exitCode,
        "%s failed: %s. Check names, permissions and space.".formatted(doing(), broken),
        broken);
  }

  private static int exitCode(JournalRefusal refused) {
    return switch (refused.reason()) {
      case IN_USE, FORMAT -> ExitCode.CONFLICT;
      case DAMAGED, DISK_FULL, UNUSABLE -> ExitCode.JOURNAL_STOPPED;
    };
  }

  final Path dataDirectory() {
    return dataDirectory;
  }

  final Workplace workplace() {
    return workplace;
  }

  final void print(String line) {
    workplace.terminal().out().println(line);
  }
}
