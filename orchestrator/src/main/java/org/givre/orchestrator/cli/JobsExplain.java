package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code givre jobs explain ID}. */
@Command(
    name = "explain",
    description = {
      "Explain why a job waits and what it would cost to do it first, or another decision of its plan."
    })
final class JobsExplain extends ApiCommand {
  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id;

  @ArgGroup private Question question = new Question();

  JobsExplain(Workplace workplace) {
    super(workplace);
  }

  /** What is asked instead; one of these. */
  static final class Question {
    @Option(names = "--item", paramLabel = "N", description = "Why does it get this tube?")
    private Optional<Integer> item = Optional.empty();

    @Option(
        names = "--lift-before",
        paramLabel = "A,B",
        description = "Why is rack A lifted before rack B? Racks, or numbers of lifts.")
    private Optional<String> order = Optional.empty();

    @Option(
        names = "--lift",
        paramLabel = "A",
        description = "Why is rack A lifted so? A rack, or the number of a lift.")
    private Optional<String> lift = Optional.empty();

    @Option(names = "--all", description = "Each lift and each job of the plan.")
    private boolean all;

    String asked() {
      return item.map(index -> "item:" + index)
          .or(() -> order.map(lifts -> "order:" + lifts))
          .or(() -> lift.map(one -> "lift:" + one))
          .orElse(all ? "all" : "wait");
    }
  }

  @Override
  Reply asked(EngineApi api) {
    return api.get(
        "/v1/jobs/%s/plan?explain=%s"
            .formatted(EngineApi.encoded(id), EngineApi.encoded(question.asked())));
  }

  @Override
  void print(JsonNode answer, Terminal terminal) {
    new ExplanationText(answer, UnaryOperator.identity()).print(terminal.out());
  }
}
