package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {
  private static final Path INSTANCES = Path.of("src/test/resources/instances");
  private static final String EXAMPLE = INSTANCES.resolve("example.in.json").toString();
  private static final String M_201 = INSTANCES.resolve("M-201.json").toString();
  private static final String BY_HAND = INSTANCES.resolve("example.plan.json").toString();

  @TempDir Path directory;

  @Nested
  class Check {
    @Test
    void printsTheFiguresOfTheWorkedExample() throws IOException {
      var run = CommandRun.of("plan", "check", "--instance", EXAMPLE, "--plan", BY_HAND, "--json");
      assertThat(run.exitCode()).isZero();
      var verdict = new ObjectMapper().readTree(run.out());
      assertThat(verdict.get("exposure_ts").doubleValue()).isEqualTo(2211.81, Offset.offset(1e-6));
      assertThat(verdict.get("composite_ts").doubleValue()).isEqualTo(8331.81, Offset.offset(1e-6));
      assertThat(verdict.get("valid").booleanValue()).isTrue();
      assertThat(verdict.get("violations")).isEmpty();
    }

    @Test
    void printsThemForPeople() {
      var run = CommandRun.of("plan", "check", "--instance", EXAMPLE, "--plan", BY_HAND);
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("2,211.8", "makespan", "61.0", "valid");
    }

    @Test
    void showsTheGapToTheStrongBound() throws IOException {
      var command = List.of("plan", "check", "--instance", EXAMPLE, "--plan", BY_HAND);
      var args = new ArrayList<>(command);
      args.addAll(List.of("--bound", "5s"));
      assertThat(CommandRun.of(args.toArray(String[]::new)).out())
          .contains("strong lower bound", "gap to it");
      args.add("--json");
      var verdict = new ObjectMapper().readTree(CommandRun.of(args.toArray(String[]::new)).out());
      assertThat(verdict.get("strong_bound_ts").doubleValue()).isGreaterThanOrEqualTo(2189.4);
      assertThat(verdict.get("gap_percent").doubleValue()).isBetween(0.0, 1.1);
    }

    @Test
    void returnsOneForAPlanThatBreaksSomething() throws IOException {
      var run = checked("15.7", "3.6");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("not valid", "dewar_conflict");
    }

    @Test
    void returnsOneForAnOperationThatDoesNotExist() throws IOException {
      var run = checked("\"unload\"", "\"fly\"");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("not valid", "reference");
    }

    /** Judges the plan that was made by hand with something else in it. */
    private CommandRun checked(String old, String other) throws IOException {
      var text = Files.readString(Path.of(BY_HAND)).replace(old, other);
      var plan = Files.writeString(directory.resolve("other.json"), text).toString();
      return CommandRun.of("plan", "check", "--instance", EXAMPLE, "--plan", plan);
    }

    @Test
    void namesThePlaceInABrokenFile() throws IOException {
      var text = Files.readString(Path.of(EXAMPLE)).replace("\"slot\":10", "\"slot\":\"ten\"");
      assertThat(text).contains("ten");
      var instance = Files.writeString(directory.resolve("broken.json"), text).toString();
      var run = CommandRun.of("plan", "check", "--instance", instance, "--plan", BY_HAND);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("broken.json", "$.racks[1].slot", "an integer", "ten");
    }

    @Test
    void saysThatAFileIsMissing() {
      var run = CommandRun.of("plan", "check", "--instance", "no.json", "--plan", BY_HAND);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("Cannot read no.json");
    }
  }

  @Nested
  class Plan {
    @ParameterizedTest
    @ValueSource(strings = {"warmth", "fifo", "fifo-grouped", "greedy-rack"})
    void writesWhatTheJudgePasses(String policy) {
      var out = directory.resolve("plan.json.gz").toString();
      var instance = INSTANCES.resolve("S-101.json").toString();
      var planned =
          CommandRun.of(
              "plan",
              "--instance",
              instance,
              "--out",
              out,
              "--iterations",
              "100",
              "--policy",
              policy);
      assertThat(planned.err()).isEmpty();
      assertThat(planned.exitCode()).isZero();
      assertThat(planned.out()).contains("plan of " + policy + " for S-101");
      var checked = CommandRun.of("plan", "check", "--instance", instance, "--plan", out);
      assertThat(checked.exitCode()).isZero();
      assertThat(checked.out()).isEqualTo(planned.out());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--iterations|-1|at least 0, found \"-1\"",
          "--iterations|many|at least 0, found \"many\"",
          "--policy|lifo|expected one of warmth, fifo, fifo-grouped, greedy-rack, found \"lifo\"",
          "--policy|FIFO_GROUPED|found \"FIFO_GROUPED\"",
          "--objective|makespan|expected one of composite, exposure, found \"makespan\"",
        })
    void refusesWhatIsNoWayToSearch(String option, String word, String why) {
      var out = directory.resolve("plan.json");
      var run = CommandRun.of("plan", "--instance", EXAMPLE, "--out", out.toString(), option, word);
      assertThat(run.exitCode()).isEqualTo(ExitCode.MALFORMED);
      assertThat(run.err().lines().findFirst().orElseThrow()).contains(option).endsWith(why);
      assertThat(out).doesNotExist();
    }

    @Test
    @Timeout(60)
    void looksWhereThePlanWillGoBeforeItSearches() {
      var nowhere = directory.resolve("none/plan.json");
      var run =
          CommandRun.of(
              "plan", "--instance", EXAMPLE, "--out", nowhere.toString(), "--time-limit", "10m");
      assertThat(run.exitCode()).isEqualTo(ExitCode.MALFORMED);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("Cannot write " + nowhere + ": there is no directory ")
          .hasLineCount(1);
    }

    @Test
    void stopsAtItsTimeLimit() {
      var out = directory.resolve("plan.json").toString();
      var run =
          CommandRun.of(
              "plan",
              "--instance",
              EXAMPLE,
              "--out",
              out,
              "--time-limit",
              "20ms",
              "--seed",
              "7",
              "--json");
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("\"valid\":true");
    }
  }

  @Nested
  class Objective {
    @Test
    void ofExposureIsNoWarmerThanTheComposite() throws IOException {
      var exposure = planned("exposure");
      var composite = planned("composite");
      assertThat(exposure.get("valid").booleanValue()).isTrue();
      assertThat(exposure.get("exposure_ts").doubleValue())
          .isLessThanOrEqualTo(composite.get("exposure_ts").doubleValue());
    }

    @Test
    void isJudgedAtThePricesOfTheInstance() throws IOException {
      var verdict = planned("exposure");
      var composite =
          verdict.get("exposure_ts").doubleValue()
              + 100 * verdict.get("makespan_s").doubleValue()
              + 10 * verdict.get("weighted_tardiness_s").doubleValue();
      assertThat(verdict.get("composite_ts").doubleValue())
          .isEqualTo(composite, Offset.offset(1e-6));
    }

    @Test
    void isTheCompositeUnlessToldOtherwise() throws IOException {
      var usual = new ObjectMapper().readTree(plan("5000").out());
      assertThat(usual.get("composite_ts")).isEqualTo(planned("composite").get("composite_ts"));
    }

    @Test
    void refusesOneThatDoesNotExist() {
      var run = plan("0", "--objective", "makespan");
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("--objective", "makespan");
    }

    private JsonNode planned(String objective) throws IOException {
      return new ObjectMapper().readTree(plan("5000", "--objective", objective).out());
    }

    private CommandRun plan(String iterations, String... more) {
      var args = new ArrayList<>(List.of("plan", "--instance", M_201, "--seed", "1", "--json"));
      args.addAll(List.of("--iterations", iterations));
      args.addAll(List.of("--out", directory.resolve("plan.json").toString()));
      args.addAll(List.of(more));
      return CommandRun.of(args.toArray(String[]::new));
    }
  }

  @Nested
  class Bound {
    @Test
    void isThatOfTheWorkedExample() throws IOException {
      var run = CommandRun.of("plan", "bound", "--instance", EXAMPLE, "--json");
      assertThat(run.exitCode()).isZero();
      assertThat(new ObjectMapper().readTree(run.out()).get("cheap_bound_ts").doubleValue())
          .isEqualTo(2154.0, Offset.offset(0.05));
    }

    @Test
    void isSearchedUntilNothingIsLeftToGain() throws IOException {
      var run = CommandRun.of("plan", "bound", "--instance", EXAMPLE, "--json");
      var bound = new ObjectMapper().readTree(run.out());
      assertThat(bound.get("strong_bound_ts").doubleValue()).isBetween(2189.4, 2211.81);
      assertThat(bound.get("settled").booleanValue()).isTrue();
    }

    @Test
    void isPrintedForPeople() {
      var run = CommandRun.of("plan", "bound", "--instance", EXAMPLE);
      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains("example", "cheap", "2,154.0", "strong", "nothing left to gain");
    }

    @Test
    void isTheSameAfterTheSameIterations() throws IOException {
      var instance = INSTANCES.resolve("M-201.json").toString();
      var command =
          List.of("plan", "bound", "--instance", instance, "--iterations", "20", "--json");
      var first = new ObjectMapper().readTree(CommandRun.of(command.toArray(String[]::new)).out());
      var second = new ObjectMapper().readTree(CommandRun.of(command.toArray(String[]::new)).out());
      assertThat(first.get("iterations").longValue()).isEqualTo(20);
      assertThat(first.get("settled").booleanValue()).isFalse();
      assertThat(second.get("strong_bound_ts")).isEqualTo(first.get("strong_bound_ts"));
    }

    @Test
    void namesThePlaceInABrokenInstance() throws IOException {
      var text = Files.readString(Path.of(EXAMPLE)).replace("[60,80,100]", "[60,80,\"many\"]");
      assertThat(text).contains("many");
      var instance = Files.writeString(directory.resolve("broken.json"), text).toString();
      var run = CommandRun.of("plan", "bound", "--instance", instance);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("broken.json", "$.racks[0].box_tubes[2]", "many");
    }

    @Test
    void refusesATimeThatIsNone() {
      var run = CommandRun.of("plan", "bound", "--instance", EXAMPLE, "--time-limit", "soon");
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("--time-limit", "soon");
    }
  }
}
