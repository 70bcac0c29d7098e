package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the example in {@code docs/planning.md}. */
class PlanningPageTest {
  private static final Path EXAMPLE = Path.of("src/test/resources/instances/five-tubes.in.json");
  private static final Path PAGE = Path.of("docs/planning.md");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "fifo, 13992.3, 111.7",
    "fifo-grouped, 13897.3, 105.5",
    "greedy-rack, 10777.5, 70.1",
    "warmth, 8684.5, 100.7"
  })
  void showsWhatEachPolicyComesTo(String policy, double exposure, double makespan)
      throws IOException {
    expect(planned(EXAMPLE, policy), exposure, makespan);
  }

  @Test
  void showsWhatOtherAliquotsBringWithoutAChamber() throws IOException {
    var text = Files.readString(EXAMPLE).replaceAll("\"park\":\\{[^}]*}", "\"park\":null");
    var held = Files.writeString(directory.resolve("held.in.json"), text);
    expect(planned(held, "warmth"), 9343.3, 67.3);
  }

  @Test
  void includesTheInstance() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains(Files.readString(EXAMPLE).indent(4).stripTrailing());
  }

  /** What the page shows of {@code plan explain} is what it prints. */
  @Test
  void showsWhyARequestGetsItsTube() throws IOException {
    assertThat(Files.readString(PAGE)).contains(explained("--request 1").strip());
  }

  @Test
  void showsEachLiftAndJob() throws IOException {
    assertThat(Files.readString(PAGE)).contains(explained("").strip());
  }

  @Test
  void showsWhatTheJudgeSays() throws IOException {
    planned(EXAMPLE, "warmth");
    assertThat(Files.readString(PAGE)).contains(said("plan check --bound 5s").strip());
  }

  /** Holding box 5 would save time, the page says, and it is parked all the same. */
  @Test
  void saysThatWarmthComesFirst() throws IOException {
    assertThat(explained("--lift 3")).contains("but warmth comes first", "+944.5 tube-seconds");
  }

  private String explained(String question) throws IOException {
    planned(EXAMPLE, "warmth");
    return said("plan explain " + question);
  }

  /** What a command prints of the plan that was made. */
  private String said(String command) {
    var words = "%s --instance %s --plan %s";
    var plan = directory.resolve("plan.json");
    return CommandRun.of(words.formatted(command, EXAMPLE, plan).split(" +")).out();
  }

  private static void expect(JsonNode verdict, double exposure, double makespan) {
    assertThat(verdict.get("valid").booleanValue()).isTrue();
    assertThat(verdict.get("exposure_ts").doubleValue()).isEqualTo(exposure, Offset.offset(0.05));
    assertThat(verdict.get("makespan_s").doubleValue()).isEqualTo(makespan, Offset.offset(0.05));
  }

  private JsonNode planned(Path instance, String policy) throws IOException {
    var out = directory.resolve("plan.json").toString();
    var words = "plan --json --iterations 1000 --objective exposure --policy " + policy;
    var run = CommandRun.of((words + " --instance " + instance + " --out " + out).split(" "));
    return new ObjectMapper().readTree(run.out());
  }
}
