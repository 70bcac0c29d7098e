package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.givre.plans.search.LowerBound;
import org.givre.plans.search.bound.StrongBound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code givre plan bound}. */
@Command(
    name = "bound",
    description = {
      "Print what no valid plan's exposure can fall below.",
      "The cheap bound takes milliseconds; the strong one is searched, for 10s unless told otherwise, and ends early when nothing is left to gain."
    })
final class PlanBoundCommand implements Callable<Integer> {
  private static final Duration USUAL_SEARCH = Duration.ofSeconds(10);

  @Option(names = "--instance", paramLabel = "FILE", required = true, description = "The instance.")
  private Path instance;

  @Mixin private SearchLimit limit;

  @Option(names = "--json", description = "Print the bounds as JSON.")
  private boolean json;

  private final Workplace workplace;

  PlanBoundCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    var problem = PlanningFiles.problem(instance);
    var start = workplace.wall().millis();
    var stop = limit.fromNow(workplace.wall(), USUAL_SEARCH);
    var strong = new StrongBoundSearch(workplace, problem).until(stop);
    var figures =
        new JsonMapper()
            .createObjectNode()
            .put("instance", problem.name())
            .put("cheap_bound_ts", LowerBound.cheap(problem))
            .put("strong_bound_ts", strong.tubeSeconds())
            .put("iterations", strong.iterations())
            .put("settled", strong.settled())
            .put("solve_ms", workplace.wall().millis() - start);
    var out = workplace.terminal().out();
    if (json) {
      out.println(figures);
    } else {
      print(figures, strong, out);
    }
    return ExitCode.OK;
  }

  private static void print(ObjectNode figures, StrongBound strong, PrintStream out) {
    var table = new Table("LOWER BOUND", "VALUE", "UNIT");
    table.row("cheap", Figures.rounded(figures.get("cheap_bound_ts")), "tube-seconds");
    table.row("strong", Figures.rounded(figures.get("strong_bound_ts")), "tube-seconds");
    out.println("no valid plan for " + figures.get("instance").asText() + " has less than");
    table.print(out);
    out.println(
        "%,d iterations, %s"
            .formatted(
                strong.iterations(),
                strong.settled() ? "nothing left to gain" : "more time may still raise it"));
  }
}
