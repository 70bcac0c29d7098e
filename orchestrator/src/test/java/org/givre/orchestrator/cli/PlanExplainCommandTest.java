package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.givre.orchestrator.planfile.PublicInstances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanExplainCommandTest {
  private static final String INSTANCE = PublicInstances.file("example.in.json").toString();
  private static final String PLAN = PublicInstances.file("example.plan.json").toString();

  @TempDir Path directory;

  private static CommandRun explained(String... question) {
    return onPlan(PLAN, question);
  }

  private static CommandRun onPlan(String plan, String... question) {
    var command = new ArrayList<>(List.of("plan", "explain", "--instance", INSTANCE));
    command.addAll(List.of("--plan", plan));
    command.addAll(List.of(question));
    return CommandRun.of(command.toArray(String[]::new));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void saysWhyARequestGetsItsTube() {
    var run = explained("--request", "1");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .containsExactly(
            "Request 1 of job 0 gets tube 2 of rack 1 level 2, in lift 1 at 15.7 s, which picks 2"
                + " tubes for 1 job.",
            "No other tube is cheaper.",
            "Instead:",
            "  tube 1 of rack 0 level 3 (first come, first served) joins lift 0 of rack 0, lift 1"
                + " is held: +1,176.7 tube-seconds, the last delivery of all 8.0 s earlier, -0.2 s"
                + " of weighted tardiness, in all +374.7");
  }

  @Test
  void usesTheNamesOfTheExchangeFormat() throws IOException {
    var answer = json(explained("--request", "1", "--json").out());

    assertThat(answer.get("explains").asText()).isEqualTo("choice");
    assertThat(answer.at("/plan/exposure_ts").asDouble()).isEqualTo(2211.756, within(1e-6));
    assertThat(answer.at("/plan/makespan_s").asDouble()).isEqualTo(60.1, within(1e-6));
    assertThat(answer.at("/plan/retimed").asBoolean()).isTrue();
    assertThat(answer.at("/chosen/tube").asInt()).isEqualTo(2);
    var other = answer.at("/alternatives/0");
    assertThat(other.get("tube").asInt()).isEqualTo(1);
    assertThat(other.get("first_listed").asBoolean()).isTrue();
    assertThat(other.get("allowed").asBoolean()).isTrue();
    assertThat(other.get("composite_ts").asDouble()).isEqualTo(374.744, within(1e-6));
    assertThat(other.at("/deliveries/0/delay_s").asDouble()).isEqualTo(-8.0, within(1e-6));
  }

  @Test
  void writesEveryAlternativeForTheJudge() throws IOException {
    var into = directory.resolve("new").resolve("one").toString();
    var answer = json(explained("--lift", "1", "--json", "--write", into).out());

    assertThat(answer.get("alternatives")).hasSizeGreaterThan(1);
    for (int i = 0; i < answer.get("alternatives").size(); i++) {
      var file = Path.of(into).resolve("alternative-%d.plan.json".formatted(i)).toString();
      var check = CommandRun.of("plan", "check", "--instance", INSTANCE, "--plan", file, "--json");
      var verdict = json(check.out());
      var alternative = answer.get("alternatives").get(i);
      assertThat(verdict.get("exposure_ts").asDouble() - answer.at("/plan/exposure_ts").asDouble())
          .isEqualTo(alternative.get("exposure_ts").asDouble(), within(1e-6));
      assertThat(verdict.get("valid")).isEqualTo(alternative.get("allowed"));
    }
  }

  @Test
  void saysWhyAJobWaits() {
    var run = explained("--job", "0");

    assertThat(run.out().lines())
        .containsExactly(
            "Job 0 begins with lift 0 of rack 0 at 3.5 s.",
            "Its last tube is delivered at 60.1 s.",
            "Done first, it is delivered at the same time: +0.0 tube-seconds.",
            "Until it begins:",
            "  picker 0 gets there by 3.5 s",
            "Until its last tube is delivered:",
            "  picker 0 gets there by 3.5 s",
            "  picker 0 first does 2 lifts, and gets there by 51.1 s");
  }

  @Test
  void saysWhyOneLiftComesBeforeAnother() {
    assertThat(explained("--lift-before", "0,1").out())
        .contains("Lift 0 of rack 0 starts at 3.5 s", "No other order is cheaper.")
        .contains("both change places: -0.1 tube-seconds, the last delivery of all 1.6 s later");
  }

  @Test
  void showsThePlanAtAGlance() throws IOException {
    var run = explained();

    assertThat(run.out())
        .contains(
            "2 lifts for 1 job: 2,211.8 tube-seconds; no valid plan has less than 2,154.0, 2.7 %")
        .contains("LIFT  RACK  MODE", "JOB  TUBES  DELIVERED");
    var summary = json(explained("--json").out());
    assertThat(summary.at("/lifts")).hasSize(2);
    assertThat(summary.at("/lifts/1/mode").asText()).isEqualTo("park");
    assertThat(summary.get("lower_bound_ts").asDouble()).isEqualTo(2154.0, within(0.05));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--request 9 | 3 | There is no request 9",
        "--job 9 | 3 | There is no job 9",
        "--lift 2 | 3 | There is no lift 2",
        "--lift-before 0,2 | 3 | two lifts",
        "--lift-before 0 | 2 | two numbers",
        "--lift one | 2 | one",
        "--lift 1 --job 0 | 2 | mutually exclusive"
      })
  void refusesWhatIsNoQuestion(String question, int exitCode, String why) {
    var run = explained(question.split(" "));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(why);
  }

  @Test
  void refusesWhatIsNoPlan() throws IOException {
    var text = Files.readString(Path.of(PLAN)).replace("\"park\"", "\"flying\"");
    var plan = Files.writeString(directory.resolve("flying.json"), text).toString();

    var run = onPlan(plan, "--lift", "1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("flying");
  }
}
