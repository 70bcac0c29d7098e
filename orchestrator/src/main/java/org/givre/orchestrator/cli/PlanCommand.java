package org.givre.orchestrator.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.givre.orchestrator.planfile.PlanFile;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.PlanProgress;
import org.givre.plans.search.PlannedRetrieval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code givre plan}: plans without an engine. */
@Command(
    name = "plan",
    description = {
      "Plan an instance file, or check a plan. Searches for 1s unless told otherwise.",
      "Reads givre-plan-instance/1, writes givre-plan/1 and judges the plan as \"plan check\" does. Names that end with .gz are compressed files.",
      "What no plan can do is left out and named: the limit in its way, what it would take, what is allowed."
    })
final class PlanCommand implements Callable<Integer> {
  private static final Duration USUAL_SEARCH = Duration.ofSeconds(1);

  @Option(names = "--instance", paramLabel = "FILE", description = "The instance (required).")
  private Optional<Path> instance = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "Where to put the plan (required).")
  private Optional<Path> out = Optional.empty();

  @Mixin private SearchLimit limit;

  @Option(names = "--seed", paramLabel = "N", description = "Of the search (the instance's).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      defaultValue = "warmth",
      converter = PlanningPolicy.Word.class,
      description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private PlanningPolicy policy;

  @Option(
      names = "--objective",
      paramLabel = "OBJECTIVE",
      defaultValue = "composite",
      converter = PlanningObjective.Word.class,
      description =
          "What to make small: one of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}). The composite adds time at the instance's prices; for exposure alone, time only decides between plans that are as cold.")
  private PlanningObjective objective;

  @Option(names = "--json", description = "Print the verdict as JSON.")
  private boolean json;

  private final Workplace workplace;

  PlanCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    var from = required("--instance", instance);
    var to = required("--out", out);
    var problem = PlanningFiles.problem(from);
    var output = OutputFile.at(to);
    var start = workplace.wall().millis();
    var found = new PlanSearch(workplace, problem).found(progress -> planned(problem, progress));
    var plan = timed(found.plan(), workplace.wall().millis() - start);
    output.write(file -> PlanFile.write(plan, file));
    var verdict = PlanVerdict.of(problem, plan);
    var notPlanned = new NotPlanned(problem, found.unplanned(), found.stranded());
    PlanOutput.print(verdict, notPlanned, json, workplace.terminal().out());
    return verdict.exitCode();
  }

  private PlannedRetrieval planned(Instance problem, PlanProgress progress) {
    var stop = limit.fromNow(workplace.wall(), USUAL_SEARCH);
    var searched = objective.priced(problem);
    return policy.planner(progress).plan(searched, seed.orElseGet(problem::seed), stop);
  }

  private static RetrievalPlan timed(RetrievalPlan plan, long millis) {
    return new RetrievalPlan(plan.instance(), plan.policy(), millis, plan.ops());
  }

  /** Not required of picocli, which would then require it of {@code plan check}, too. */
  private static Path required(String option, Optional<Path> file) {
    return file.orElseThrow(
        () ->
            new CommandFailure(
                ExitCode.MALFORMED, "Missing required option: '%s=FILE'".formatted(option)));
  }
}
