package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.givre.orchestrator.explain.ExplanationJson;
import org.givre.orchestrator.explain.FileTerms;
import org.givre.orchestrator.planfile.PlanFile;
import org.givre.orchestrator.planfile.UnknownReferenceException;
import org.givre.plans.explain.Alternative;
import org.givre.plans.explain.Explainer;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.LowerBound;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code givre plan explain}. */
@Command(
    name = "explain",
    description = {
      "Explain a plan: what another decision would cost, and what it would break.",
      "Without a question, each lift and each job at a glance. Lifts have the numbers of their places in the plan's ops, from 0."
    })
final class PlanExplainCommand implements Callable<Integer> {
  @Option(names = "--instance", paramLabel = "FILE", required = true, description = "The instance.")
  private Path instance;

  @Option(names = "--plan", paramLabel = "FILE", required = true, description = "The plan.")
  private Path plan;

  @ArgGroup private Question question = new Question();

  @Option(
      names = "--write",
      paramLabel = "DIR",
      description = "Write the plan of every alternative there, for \"plan check\".")
  private Optional<Path> directory = Optional.empty();

  @Option(names = "--json", description = "Print the explanation as JSON.")
  private boolean json;

  private final Workplace workplace;

  PlanExplainCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  /** What is asked; one of these. */
  static final class Question {
    @Option(names = "--request", paramLabel = "N", description = "Why does it get this tube?")
    private Optional<Integer> request = Optional.empty();

    @Option(
        names = "--lift-before",
        paramLabel = "A,B",
        split = ",",
        description = "Why is lift A done before lift B?")
    private List<Integer> order = new ArrayList<>();

    @Option(
        names = "--job",
        paramLabel = "N",
        description = "Why does it wait, and what if it came first?")
    private Optional<Integer> job = Optional.empty();

    @Option(names = "--lift", paramLabel = "N", description = "Why is its rack lifted so?")
    private Optional<Integer> lift = Optional.empty();
  }

  /** An answer, and the alternatives in it, in their order. */
  private record Answer(ObjectNode json, List<Alternative> alternatives) {}

  @Override
  public Integer call() {
    var problem = PlanningFiles.instance(instance);
    var answer = answer(problem, plan());
    directory.ifPresent(into -> write(answer.alternatives(), into));
    var out = workplace.terminal().out();
    if (json) {
      out.println(answer.json());
    } else {
      new ExplanationText(answer.json(), new FileTerms()::field).print(out);
    }
    return ExitCode.OK;
  }

  private RetrievalPlan plan() {
    try {
      return PlanningFiles.plan(plan);
    } catch (UnknownReferenceException unknown) {
      throw new CommandFailure(
          ExitCode.MALFORMED, "%s: %s".formatted(plan, unknown.getMessage()), unknown);
    }
  }

  private Answer answer(Instance problem, RetrievalPlan given) {
    var explainer = new Explainer(problem, given);
    var writer = new ExplanationJson(explainer, new FileTerms());
    try {
      return answer(problem, explainer, writer);
    } catch (IllegalArgumentException unknown) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, "%s: %s".formatted(plan, unknown.getMessage()), unknown);
    }
  }

  private Answer answer(Instance problem, Explainer explainer, ExplanationJson writer) {
    if (question.request.isPresent()) {
      var choice = explainer.request(question.request.get());
      var instead = choice.others().stream().flatMap(o -> o.instead().stream()).toList();
      return new Answer(
          withOpinion(problem, explainer, writer.of(choice), List.of(choice.request())), instead);
    }
    if (!question.order.isEmpty()) {
      var order = explainer.order(question.order.get(0), second(question.order));
      return new Answer(writer.of(order), order.instead());
    }
    if (question.job.isPresent()) {
      var wait = explainer.job(question.job.get());
      return new Answer(
          withOpinion(problem, explainer, writer.of(wait), requests(problem, wait.job())),
          wait.doneFirst().stream().toList());
    }
    if (question.lift.isPresent()) {
      var lift = explainer.lift(question.lift.get());
      return new Answer(writer.of(lift), lift.instead());
    }
    return new Answer(writer.of(explainer.summary(), LowerBound.cheap(problem)), List.of());
  }

  private static List<Integer> requests(Instance problem, int job) {
    return problem.jobs().stream()
        .filter(one -> one.id() == job)
        .flatMap(one -> one.requests().stream().map(Request::id))
        .toList();
  }

  /** Says of those that the plan does not deliver what the planner knows of them. */
  private static ObjectNode withOpinion(
      Instance problem, Explainer explainer, ObjectNode json, List<Integer> requests) {
    var delivered = explainer.verdict().requestDeliveredSeconds().keySet();
    var unserved = requests.stream().filter(request -> !delivered.contains(request)).toList();
    new SecondOpinion(problem).addTo(json, unserved);
    return json;
  }

  private static int second(List<Integer> lifts) {
    if (lifts.size() != 2) {
      throw new CommandFailure(
          ExitCode.MALFORMED, "--lift-before: expected two numbers such as 3,7, found " + lifts);
    }
    return lifts.get(1);
  }

  private static void write(List<Alternative> alternatives, Path into) {
    try {
      Files.createDirectories(into);
    } catch (IOException failed) {
      throw new CommandFailure(
          ExitCode.FAILED, "Cannot write to %s: %s".formatted(into, failed.getMessage()), failed);
    }
    for (int i = 0; i < alternatives.size(); i++) {
      var plan = alternatives.get(i).plan();
      OutputFile.at(into.resolve("alternative-%d.plan.json".formatted(i)))
          .write(file -> PlanFile.write(plan, file));
    }
  }
}
