package org.givre.orchestrator.cli;

import picocli.CommandLine.Option;

/** Options of every command that changes something on an operator's word. */
final class ActionOptions {
  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      required = true,
      description = "Why; it is recorded with who you are.")
  private String reason;

  String reason() {
    return reason;
  }
}
