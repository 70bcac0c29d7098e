package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks the engine one thing and prints the answer. */
abstract class ApiCommand implements Callable<Integer> {
  @Mixin private ApiOptions options;

  private final Workplace workplace;

  ApiCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Asks. */
  abstract Reply asked(EngineApi api);

  /** Prints the answer for people. */
  abstract void print(JsonNode answer, Terminal terminal);

  /** What the shell is told about the answer. */
  int exitCode(JsonNode answer) {
    return ExitCode.OK;
  }

  final Workplace workplace() {
    return workplace;
  }

  final boolean json() {
    return options.json();
  }

  @Override
  public Integer call() {
    var reply = asked(options.api(workplace));
    if (options.json()) {
      workplace.terminal().out().println(reply.body());
    } else {
      print(reply.json(), workplace.terminal());
    }
    return exitCode(reply.json());
  }
}
