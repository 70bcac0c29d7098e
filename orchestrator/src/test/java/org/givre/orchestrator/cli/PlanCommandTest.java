package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {
  private static final Path INSTANCES = Path.of("src/test/resources/instances");
  private static final String EXAMPLE = INSTANCES.resolve("example.in.json").toString();
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
    void returnsOneForAPlanThatBreaksSomething() throws IOException {
      var early = Files.readString(Path.of(BY_HAND)).replace("15.7", "3.6");
      var plan = Files.writeString(directory.resolve("early.json"), early).toString();
      var run = CommandRun.of("plan", "check", "--instance", EXAMPLE, "--plan", plan);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("not valid", "dewar_conflict");
    }

    @Test
    void returnsOneForAnOperationThatDoesNotExist() throws IOException {
      var flying = Files.readString(Path.of(BY_HAND)).replace("\"unload\"", "\"fly\"");
      var plan = Files.writeString(directory.resolve("fly.json"), flying).toString();
      var run = CommandRun.of("plan", "check", "--instance", EXAMPLE, "--plan", plan);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("not valid", "reference");
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
  class Bound {
    @Test
    void isThatOfTheWorkedExample() throws IOException {
      var run = CommandRun.of("plan", "bound", "--instance", EXAMPLE, "--json");
      assertThat(run.exitCode()).isZero();
      assertThat(new ObjectMapper().readTree(run.out()).get("cheap_bound_ts").doubleValue())
          .isEqualTo(2154.0, Offset.offset(0.05));
      assertThat(CommandRun.of("plan", "bound", "--instance", EXAMPLE).out()).contains("2,154.0");
    }
  }
}
