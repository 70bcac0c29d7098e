package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.givre.plans.search.LowerBound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code givre plan bound}. */
@Command(name = "bound", description = "Print what no valid plan's exposure can fall below.")
final class PlanBoundCommand implements Callable<Integer> {
  @Option(names = "--instance", paramLabel = "FILE", required = true, description = "The instance.")
  private Path instance;

  @Option(names = "--json", description = "Print the bound as JSON.")
  private boolean json;

  private final Workplace workplace;

  PlanBoundCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    var problem = PlanningFiles.instance(instance);
    var cheap = LowerBound.cheap(problem);
    var out = workplace.terminal().out();
    if (json) {
      out.println(
          new JsonMapper()
              .createObjectNode()
              .put("instance", problem.name())
              .put("cheap_bound_ts", cheap));
    } else {
      out.println(
          "cheap lower bound of %s: %s tube-seconds"
              .formatted(problem.name(), Figures.rounded(cheap)));
    }
    return ExitCode.OK;
  }
}
