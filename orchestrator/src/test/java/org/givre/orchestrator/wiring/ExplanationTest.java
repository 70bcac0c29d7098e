package org.givre.orchestrator.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.journal.store.Progress;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.cli.GivreCommandLine;
import org.givre.orchestrator.cli.RunningEngine;
import org.givre.orchestrator.cli.Terminal;
import org.givre.orchestrator.cli.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to an engine that has two jobs planned, over HTTP and through the command line. */
class ExplanationTest {
  private static final Machine MACHINE = new Machine(Clock.systemUTC(), new SecureRandom());
  private static final LocalEngines ENGINES = new LocalEngines(MACHINE);

  /** So slow that the plan is far from over when the last question is asked. */
  private static final double AS_THE_WALL = 1;

  @TempDir static Path directory;
  @TempDir static Path files;
  private static RunningEngine engine;
  private static String first;
  private static String second;

  @BeforeAll
  static void planTwoJobs() throws Exception {
    var options =
        new EngineOptions(
            directory,
            Optional.empty(),
            true,
            Optional.of(AS_THE_WALL),
            Optional.of(1L),
            Optional.of(0),
            false);
    engine = ENGINES.start(options, Progress.none());
    run(0, "import", demoFile("inventory.csv"));
    first = submitted("picklist-GBR.csv");
    second = submitted("picklist-AFR-females-24.csv");
    awaitPlanned(first);
    awaitPlanned(second);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static String submitted(String pickList) throws IOException {
    return json(run(0, "jobs", "submit", demoFile(pickList), "--json")).get("id").asText();
  }

  /** Follows the job's events until it has a place in a plan. */
  private static void awaitPlanned(String job) throws Exception {
    var uri =
        URI.create("%s/v1/events?job=%s&type=job.planned&after=0".formatted(engine.url(), job));
    var reply =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofLines());
    try (var lines = reply.body()) {
      assertThat(lines.anyMatch(line -> line.equals("event: job.planned"))).isTrue();
    }
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static String run(int exitCode, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var workplace =
        new Workplace(
            new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false),
            Optional.of(engine.url().toString()),
            "ada",
            Clock.systemUTC(),
            new Ulids(Clock.systemUTC(), new SecureRandom()),
            ENGINES,
            (world, history, csv) -> csv.append(world.toString()),
            new LocalJournals(MACHINE));
    var code = new GivreCommandLine(workplace).run(arguments);
    assertThat(code).as(out.toString(UTF_8) + err.toString(UTF_8)).isEqualTo(exitCode);
    return out.toString(UTF_8);
  }

  private static JsonNode asked(String job, String... question) throws IOException {
    var arguments = new ArrayList<>(List.of("jobs", "explain", job, "--json"));
    arguments.addAll(List.of(question));
    return json(run(0, arguments.toArray(String[]::new)));
  }

  private static String demoFile(String name) throws IOException {
    var copy = files.resolve(name);
    try (var in = ExplanationTest.class.getResourceAsStream("/demo/1000g/" + name)) {
      assertThat(in).as(name).isNotNull();
      Files.write(copy, in.readAllBytes());
    }
    return copy.toString();
  }

  @Test
  void sayWhyAJobWaitsAndWhatItCostsToDoItFirst() throws IOException {
    var wait = asked(second);

    assertThat(wait.get("job").asText()).isEqualTo(second);
    assertThat(wait.get("planVersion").asLong()).isPositive();
    assertThat(wait.get("untilFirst")).isNotEmpty();
    assertThat(wait.get("untilLast")).isNotEmpty();
    assertThat(wait.at("/alternatives/0/change").asText()).isEqualTo("done-first");
    assertThat(run(0, "jobs", "explain", second))
        .contains("Job " + second + " begins with lift", "Until it begins:", "Done first");
  }

  @Test
  void sayWhyAnItemGetsItsTube() throws Exception {
    var item = itemToCome();
    var choice = asked(first, "--item", item);

    assertThat(choice.get("item").asText()).isEqualTo(item);
    assertThat(choice.at("/chosen/rack").asText()).matches("D[0-9]-R[0-9]{2}");
    assertThat(choice.get("alternatives")).hasSizeGreaterThan(1);
    assertThat(choice.get("alternatives"))
        .filteredOn(other -> other.has("allowed") && other.get("allowed").asBoolean())
        .isNotEmpty();
  }

  @Test
  void sayWhyARackIsLiftedSoAndBeforeAnother() throws IOException {
    var lifts = asked(first, "--all").get("lifts");
    assertThat(lifts).hasSizeGreaterThan(2);
    var one = lifts.get(0).get("rack").asText();
    var other = lifts.get(1).get("rack").asText();

    assertThat(asked(first, "--lift", one).get("rack").asText()).isEqualTo(one);
    var order = asked(first, "--lift-before", one + "," + other);
    assertThat(order.at("/earlier/rack").asText()).isIn(one, other);
    assertThat(run(0, "jobs", "explain", first, "--all"))
        .contains("LIFT  RACK", "no valid plan has less than");
  }

  @Test
  void areRefusedWithExitCodes() {
    run(2, "jobs", "explain", first, "--item", "100000");
    run(3, "jobs", "explain", first, "--lift", "D9-R99");
    run(3, "jobs", "explain", "01ARYZ6S410000000000000000");
    run(2, "jobs", "explain", first, "--lift", "D1-R01", "--all");
  }

  @Test
  void leaveTheStepsAsTheyAre() throws Exception {
    assertThat(steps()).isNotEmpty().allMatch(step -> step.has("state"));
  }

  /** An item of the first job whose lift has not begun. */
  private static String itemToCome() throws Exception {
    for (var step : steps()) {
      for (var pick : step.path("picks")) {
        if (step.get("state").asText().equals("PLANNED")
            && pick.get("job").asText().equals(first)) {
          return pick.get("item").asText();
        }
      }
    }
    throw new AssertionError("every lift has begun");
  }

  private static JsonNode steps() throws Exception {
    var uri = URI.create("%s/v1/jobs/%s/plan".formatted(engine.url(), first));
    var reply =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    assertThat(reply.statusCode()).isEqualTo(200);
    return json(reply.body()).get("steps");
  }
}
