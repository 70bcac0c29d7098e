package org.givre.orchestrator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code givre jobs pause ID} and others that take no more than a job and a reason. */
@Command
class JobAction extends ActionCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "The job's id.")
  private String id;

  JobAction(Workplace workplace, String type) {
    super(workplace, type);
  }

  @Override
  final String target() {
    return "/v1/jobs/" + EngineApi.encoded(id);
  }
}
