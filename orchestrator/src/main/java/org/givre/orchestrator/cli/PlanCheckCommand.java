package org.givre.orchestrator.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.givre.orchestrator.planfile.UnknownReferenceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code givre plan check}. */
@Command(
    name = "check",
    description = {
      "Judge a plan: is it valid, and what does it cost?",
      "Returns 0 for a valid plan, 1 for one that breaks something, 2 for a file that is no instance or plan."
    })
final class PlanCheckCommand implements Callable<Integer> {
  @Option(names = "--instance", paramLabel = "FILE", required = true, description = "The instance.")
  private Path instance;

  @Option(names = "--plan", paramLabel = "FILE", required = true, description = "The plan.")
  private Path plan;

  @Option(
      names = "--bound",
      paramLabel = "TIME",
      converter = TimeLimit.class,
      description = "Also search the strong bound, no longer than this, and show the gap to it.")
  private Optional<Duration> bound = Optional.empty();

  @Option(names = "--json", description = "Print the verdict as JSON.")
  private boolean json;

  private final Workplace workplace;

  PlanCheckCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    var problem = PlanningFiles.instance(instance);
    try {
      var verdict = bounded(PlanVerdict.of(problem, PlanningFiles.plan(plan)));
      PlanOutput.print(verdict, json, workplace.terminal().out());
      return verdict.exitCode();
    } catch (UnknownReferenceException unknown) {
      PlanOutput.printUnknown(
          String.valueOf(unknown.getMessage()), json, workplace.terminal().out());
      return ExitCode.FAILED;
    }
  }

  private PlanVerdict bounded(PlanVerdict verdict) {
    if (bound.isEmpty()) {
      return verdict;
    }
    var search = new StrongBoundSearch(workplace, verdict.instance());
    return verdict.withStrongBound(search.within(bound.get()).tubeSeconds());
  }
}
