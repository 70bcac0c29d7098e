package org.givre.orchestrator.cli;

/** A request was sent and no answer came: nobody knows whether it was done. */
final class LostAnswer extends CommandFailure {
  private static final long serialVersionUID = 1;

  LostAnswer(String message, Throwable cause) {
    super(ExitCode.UNREACHABLE, message, cause);
  }
}
