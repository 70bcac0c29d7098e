package org.givre.orchestrator.wiring;

import java.io.IOException;
import org.givre.journal.store.Progress;
import org.givre.orchestrator.cli.CommandFailure;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.cli.EngineStarter;
import org.givre.orchestrator.cli.ExitCode;
import org.givre.orchestrator.cli.RunningEngine;
import org.givre.orchestrator.storefile.StoreFileException;

/** Starts engines in this process; what keeps one from starting becomes an exit code. */
final class LocalEngines implements EngineStarter {
  private final Machine machine;

  LocalEngines(Machine machine) {
    this.machine = machine;
  }

  @Override
  public RunningEngine start(EngineOptions options, Progress opening) {
    try {
      return Engine.start(options, machine, opening);
    } catch (StartRefusal refusal) {
      throw new CommandFailure(exitCode(refusal), String.valueOf(refusal.getMessage()), refusal);
    } catch (StoreFileException broken) {
      throw new CommandFailure(ExitCode.MALFORMED, String.valueOf(broken.getMessage()), broken);
    } catch (IOException broken) {
      throw new CommandFailure(
          ExitCode.MALFORMED,
          "Cannot use %s: %s. Check names, permissions and space."
              .formatted(options.dataDirectory(), broken),
          broken);
    }
  }

  private static int exitCode(StartRefusal refusal) {
    return switch (refusal.reason()) {
      case SETTINGS, MALFORMED -> ExitCode.MALFORMED;
      case CONFLICT -> ExitCode.CONFLICT;
      case JOURNAL -> ExitCode.JOURNAL_STOPPED;
    };
  }
}
