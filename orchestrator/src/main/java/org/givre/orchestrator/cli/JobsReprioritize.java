package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code givre jobs reprioritize ID --priority N}. */
@Command
final class JobsReprioritize extends JobAction {
  @Option(
      names = "--priority",
      paramLabel = "N",
      required = true,
      description = "1 to 9, 9 most urgent.")
  private int priority;

  JobsReprioritize(Workplace workplace) {
    super(workplace, "reprioritize");
  }

  @Override
  void arguments(ObjectNode body) {
    body.put("priority", priority);
  }
}
