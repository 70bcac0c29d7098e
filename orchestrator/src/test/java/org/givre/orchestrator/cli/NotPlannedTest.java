package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code plan} and {@code plan explain} say of what no plan can do. */
class NotPlannedTest {
  /** A rack with two tubes, and a job for each; {@code #} is where a limit goes. */
  private static final String STORE =
      """
      {"format":"givre-plan-instance/1","name":"mini",
       "dewars":[{"id":0,"x_m":0,"y_m":0#dewar}],
       "racks":[{"id":0,"dewar":0,"slot":0,"box_tubes":[60,80,100]#rack}],
       "tubes":[{"id":0,"rack":0,"level":1},{"id":1,"rack":0,"level":3#tube}],
       "pickers":[{"id":0,"x_m":0,"y_m":0.9,"dewars":[0],"ports":[0]#picker}],
       "ports":[{"id":0,"x_m":1.2,"y_m":0.9}],
       "jobs":[{"id":0,"requests":[{"id":0,"alternatives":[0]}]},
               {"id":1,"requests":[{"id":1,"alternatives":[1]}]#job}]}
      """;

  private static final String DEEP_CAP = ",\"box_max_out_s\":[8,null,null]";

  private static final String NO_DEEP_LIFT =
      "max_out%sto fetch tube 1, rack 0 level 1 would be outside for 9.6 s, 8.0 s are allowed";

  @TempDir Path directory;

  private Path instance() {
    return directory.resolve("in.json");
  }

  private Path plan() {
    return directory.resolve("plan.json");
  }

  private void store(String where, String limit) {
    store(STORE.replace("#" + where, limit));
  }

  private void store(String text) {
    try {
      Files.writeString(instance(), text.replaceAll("#[a-z]+", ""));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private CommandRun planned(String... more) {
    return run(
        List.of("plan", "--instance", instance().toString(), "--out", plan().toString()), more);
  }

  private CommandRun explained(String... question) {
    planned("--iterations", "10");
    return explainedAsItIs(question);
  }

  private CommandRun explainedAsItIs(String... question) {
    var command = List.of("plan", "explain", "--instance", instance().toString());
    var with = new ArrayList<>(command);
    with.addAll(List.of("--plan", plan().toString()));
    return run(with, question);
  }

  private static CommandRun run(List<String> command, String... more) {
    var arguments = new ArrayList<>(command);
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Nested
  class Plan {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "rack|,\"box_max_out_s\":[8,null,null]|max_out: to fetch tube 1, rack 0 level 1 would be outside for 9.6 s, 8.0 s are allowed",
          "rack|,\"box_min_budget_s\":[9,900,900]|budget: to fetch tube 1, rack 0 level 1 would get 9.6 weighted seconds, 9.0 are allowed",
          "rack|,\"box_min_budget_s\":[13,900,900]|budget: to fetch tube 1 beside what others take, rack 0 level 1 would get 15.6 weighted seconds in the nearest lifts found, 13.0 are allowed",
          "tube|,\"budget_s\":1|budget: tube 1 itself would get 7.2 weighted seconds, 1.0 are allowed",
          "job|,\"deadline_s\":5|deadline: delivered at 27.1 s in the nearest plan found, due by 5.0 s; no plan delivers it before 27.1 s",
          "job|,\"pickers\":[7]|reach: job 1 allows no picker that reaches dewar 0, where tube 1 is, and a port",
        })
    void namesTheLimitAndTheBestFigure(String where, String limit, String why) {
      store(where, limit);

      var run = planned("--iterations", "10");

      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(run.out().lines())
          .contains("not valid, 1 violation:", "  unserved: request 1: is not delivered")
          .containsSequence(
              "not planned, 1 request:", "  request 1 of job 1: " + why, "what may help:")
          .last(InstanceOfAssertFactories.STRING)
          .startsWith("  " + why.substring(0, why.indexOf(':') + 2));
    }

    @Test
    void namesWhoHasTheOnlyTube() {
      store(STORE.replace("\"alternatives\":[1]", "\"alternatives\":[0]"));

      assertThat(planned("--iterations", "10").out().lines())
          .endsWith(
              "not planned, 1 request:",
              "  request 1 of job 1: tube: tube 0 goes to request 0 of job 0",
              "what may help:",
              "  tube: more tubes to choose from");
    }

    @Test
    void namesWhatCannotGoBack() {
      store(
          STORE
              .replace("instance/1", "instance/2")
              .replace("#picker", ",\"initial_load\":[{\"tube\":9}]")
              .replace("\"jobs\"", "\"returns\":[{\"tube\":9,\"rack\":0,\"level\":3}],\"jobs\"")
              .replace("#rack", DEEP_CAP));

      assertThat(planned("--iterations", "10").out().lines())
          .contains(
              "not put back, 1 tube:",
              "  tube 9: max_out: rack 0 level 1 would be outside for 8.6 s, 8.0 s are allowed");
    }

    @Test
    void showsSomeOfMany() throws IOException {
      store(manyDeep(25));

      assertThat(planned("--iterations", "0").out().lines())
          .contains("not planned, 25 requests:", "  and 5 more; --json has them all")
          .filteredOn(line -> line.startsWith("  request "))
          .hasSize(20);
      assertThat(json(planned("--iterations", "0", "--json").out()).get("unplanned")).hasSize(25);
    }

    private String manyDeep(int number) {
      var tubes =
          IntStream.range(0, number)
              .mapToObj("{\"id\":%d,\"rack\":0,\"level\":3}"::formatted)
              .collect(Collectors.joining(",", "\"tubes\":[", "]"));
      var requests =
          IntStream.range(0, number)
              .mapToObj(id -> "{\"id\":%d,\"alternatives\":[%d]}".formatted(id, id))
              .collect(Collectors.joining(",", "\"jobs\":[{\"id\":0,\"requests\":[", "]}]}"));
      return STORE
              .replace("#rack", DEEP_CAP)
              .replaceAll("\"tubes\":[^\\n]*\\]", tubes)
              .replaceAll("(?s)\"jobs\".*", "")
          + requests;
    }

    @Test
    void listsAllForPrograms() throws IOException {
      store("rack", DEEP_CAP);

      var verdict = json(planned("--iterations", "10", "--json").out());

      assertThat(verdict.get("valid").booleanValue()).isFalse();
      assertThat(verdict.get("unplanned"))
          .containsExactly(
              new ObjectMapper()
                  .createObjectNode()
                  .put("request", 1)
                  .put("job", 1)
                  .put("constraint", "max_out")
                  .put("detail", NO_DEEP_LIFT.formatted("").substring("max_out".length())));
      assertThat(verdict.get("stranded")).isEmpty();
    }

    @Test
    void saysNothingWhereAllIsPlanned() throws IOException {
      store(STORE);

      assertThat(planned("--iterations", "10").out()).endsWith("valid\n");
      var verdict = json(planned("--iterations", "10", "--json").out());
      assertThat(verdict.get("unplanned").isArray()).isTrue();
      assertThat(verdict.get("unplanned")).isEmpty();
    }
  }

  @Nested
  class Explain {
    @Test
    void namesTheLimitOfARequest() throws IOException {
      store("rack", DEEP_CAP);

      assertThat(explained("--request", "1").out().lines())
          .startsWith(
              "Request 1 of job 1 gets no tube in this plan.",
              "It can have none without breaking something.",
              "In the way of request 1: " + NO_DEEP_LIFT.formatted(" (") + ").");
      var answer = json(explained("--request", "1", "--json").out());
      assertThat(answer.at("/unplanned/0/constraint").asText()).isEqualTo("max_out");
    }

    @Test
    void namesTheLimitsOfAJob() {
      store("rack", DEEP_CAP);

      assertThat(explained("--job", "1").out().lines())
          .containsExactly(
              "This plan does nothing for job 1.",
              "In the way of request 1: " + NO_DEEP_LIFT.formatted(" (") + ").");
    }

    @Test
    void addsNothingAboutWhatIsDelivered() {
      store("rack", DEEP_CAP);

      assertThat(explained("--job", "0").out()).doesNotContain("request");
      assertThat(explained("--request", "0").out()).doesNotContain("In the way");
    }

    @Test
    void saysThatAnotherPlanServesIt() throws IOException {
      store(STORE);
      var nothing = "{\"format\":\"givre-plan/1\",\"instance\":\"mini\",\"ops\":[]}";
      Files.writeString(plan(), nothing);

      assertThat(explainedAsItIs("--job", "1").out().lines())
          .containsExactly(
              "This plan does nothing for job 1.",
              "Nothing is in the way of request 1 alone: the planner has a plan that serves it.");
    }

    @Test
    void setsNoPlanThatBreaksLimitsBesideTheBound() {
      store("rack", DEEP_CAP);

      assertThat(explained().out().lines().limit(2))
          .satisfiesExactly(
              first ->
                  assertThat(first).contains("no valid plan has less than").doesNotContain("%"),
              second -> assertThat(second).isEqualTo("This plan is not valid: unserved."));
    }
  }

  @Test
  void showsNoGapOfAPlanThatIsNotValid() throws IOException {
    store("rack", DEEP_CAP);
    planned("--iterations", "10");
    var check = List.of("plan", "check", "--instance", instance().toString());

    var run = run(check, "--plan", plan().toString(), "--bound", "1s");
    assertThat(run.out()).contains("strong lower bound").doesNotContain("gap to it");
    var json = json(run(check, "--plan", plan().toString(), "--bound", "1s", "--json").out());
    assertThat(json.has("strong_bound_ts")).isTrue();
    assertThat(json.has("gap_percent")).isFalse();
  }
}
