package org.givre.orchestrator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code givre jobs watch ID}. */
@Command(
    name = "watch",
    description = {
      "Follow a job until it is over.",
      "Returns 0 when it completed, 1 when it ended in any other way. With --json every state that differs from the one before, a line each."
    })
final class JobsWatch implements Callable<Integer> {
  @Mixin private ApiOptions options;

  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id;

  private final Workplace workplace;

  JobsWatch(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    var job = new JobWatch(options.api(workplace), workplace).watch(id, options.json()).json();
    if (!options.json()) {
      workplace.terminal().out().println(JobText.of(job));
    }
    return JobText.exitCode(job);
  }
}
