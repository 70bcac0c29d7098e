package org.givre.orchestrator.cli;

/** The engine has refused what a command asked for. */
final class ProblemFailure extends CommandFailure {
  private static final long serialVersionUID = 1;

  private final String code;

  ProblemFailure(String code, int exitCode, String message) {
    super(exitCode, message);
    this.code = code;
  }

  /** The problem's stable code; empty where there is none. */
  String code() {
    return code;
  }
}
