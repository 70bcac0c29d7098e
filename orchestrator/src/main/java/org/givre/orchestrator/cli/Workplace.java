package org.givre.orchestrator.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What commands find where they are run.
 *
 * @param url where the engine is, as the environment says ({@code GIVRE_URL})
 * @param operator who runs the command, as the system says
 * @param wall the time of the people who watch
 * @param keys makes keys by which the engine recognises a repeated request
 */
public record Workplace(
    Terminal terminal,
    Optional<String> url,
    String operator,
    Clock wall,
    Supplier<String> keys,
    EngineStarter engines,
    WorldPrinter worlds,
    JournalHome journals) {
  private static final int LONGEST_OPERATOR = 64;

  /**
   * Starts an engine; shows how far it is when that takes long.
   *
   * @throws CommandFailure when it does not start
   */
  RunningEngine started(EngineOptions options) {
    try (var line = ProgressLine.patient(terminal, wall)) {
      return engines.start(options, line.counting("opening the journal"));
    }
  }

  /** The operator as a header can have it. */
  Optional<String> operatorName() {
    var printable = operator.replaceAll("[^ -~]", "?").strip();
    var name = printable.substring(0, Math.min(LONGEST_OPERATOR, printable.length()));
    return Optional.of(name).filter(text -> !text.isEmpty());
  }
}
