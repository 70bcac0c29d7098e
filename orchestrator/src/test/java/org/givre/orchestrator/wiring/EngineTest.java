package org.givre.orchestrator.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.givre.devices.sim.WorldExport;
import org.givre.journal.store.Progress;
import org.givre.orchestrator.cli.CommandFailure;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.cli.GivreCommandLine;
import org.givre.orchestrator.cli.RunningEngine;
import org.givre.orchestrator.cli.Terminal;
import org.givre.orchestrator.cli.Workplace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole engine with simulated robots, spoken to through the command line. */
class EngineTest {
  private static final Clock WALL = Clock.systemUTC();
  private static final Machine MACHINE = new Machine(WALL, new SecureRandom());
  private static final LocalEngines ENGINES = new LocalEngines(MACHINE);

  /** Ten minutes of robot work in a good second. */
  private static final double SPEED = 500;

  @TempDir Path directory;
  @TempDir Path files;

  @Nested
  class ThatServes {
    @Test
    void deliversAPickListAndKnowsWhereEveryTubeIs() throws Exception {
      try (var engine = start(SPEED)) {
        run(engine, 0, "import", demoFile("inventory.csv"));
        run(engine, 0, "jobs", "submit", demoFile("picklist-GBR.csv"), "--wait");
        assertBeliefIsTruth(engine);

        var job = run(engine, 0, "jobs", "ls", "--json").at("/jobs/0");
        assertThat(job.at("/state").asText()).isEqualTo("COMPLETED");
        assertThat(job.at("/progress/done").asInt()).isEqualTo(92);
        var id = job.at("/id").asText();
        var items = run(engine, 0, "jobs", "show", id, "--json").at("/items");
        assertThat(items)
            .hasSize(92)
            .allMatch(item -> item.at("/state").asText().equals("DELIVERED"));
        var tube = items.at("/0/tube").asText();
        assertThat(run(engine, 0, "tubes", "show", tube, "--json").at("/position/port").asText())
            .isEqualTo(items.at("/0/position/port").asText());
        assertGone(engine, tube);
        assertThat(run(engine, 0, "devices", "ls", "--json").at("/devices")).hasSize(8);
      }
    }

    private void assertGone(RunningEngine engine, String tube) throws Exception {
      var body = "{\"type\":\"retrieve\",\"items\":[{\"tube\":\"%s\"}]}".formatted(tube);
      var request =
          HttpRequest.newBuilder(URI.create(engine.url() + "/v1/jobs"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      var reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertThat(reply.statusCode()).isEqualTo(422);
      assertThat(reply.body()).contains("\"code\":\"tube-gone\"");
    }

    @Test
    void goesOnAfterARestartAtAnotherSpeed() throws Exception {
      String id;
      try (var engine = start(SPEED)) {
        run(engine, 0, "import", demoFile("inventory.csv"));
        var job = run(engine, 0, "jobs", "submit", demoFile("picklist-tubes-50.csv"), "--json");
        id = job.at("/id").asText();
      }
      try (var engine = start(2 * SPEED)) {
        run(engine, 0, "jobs", "watch", id);
        var job = run(engine, 0, "jobs", "show", id, "--json");
        assertThat(job.at("/progress/done").asInt()).isEqualTo(50);
        assertBeliefIsTruth(engine);
      }
    }

    @Test
    void holdsAJobUntilItIsReleased() throws Exception {
      try (var engine = start(SPEED)) {
        run(engine, 0, "import", demoFile("inventory.csv"));
        var held =
            Files.writeString(
                files.resolve("held.json"),
                "{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"specimen\":\"HG00096\"}]}");
        var id = run(engine, 0, "jobs", "submit", held.toString(), "--json").at("/id").asText();
        assertThat(run(engine, 0, "jobs", "show", id, "--json").at("/state").asText())
            .isEqualTo("ACCEPTED");
        run(engine, 0, "jobs", "release", id, "--reason", "all is ready");
        run(engine, 0, "jobs", "watch", id);
      }
    }

    @Test
    void letsAJobWaitForCompanyWhereItIsSetTo() throws Exception {
      Files.writeString(
          directory.resolve("givre.conf"),
          "givre.dispatch.company { enabled = true, longest-wait = 30d }");
      try (var engine = start(SPEED)) {
        run(engine, 0, "import", demoFile("inventory.csv"));
        var due =
            Files.writeString(
                files.resolve("due.json"),
                "{\"type\":\"retrieve\",\"dueAt\":\"2100-01-01T00:00:00Z\","
                    + "\"items\":[{\"specimen\":\"HG00096\"}]}");
        var id = run(engine, 0, "jobs", "submit", due.toString(), "--json").at("/id").asText();
        while (run(engine, 0, "jobs", "show", id, "--json").at("/company").isNull()) {
          Thread.onSpinWait();
        }
        var site = run(engine, 0, "site", "show", "--json").at("/company");
        assertThat(site.at("/servedJobs").asInt()).isZero();
        run(engine, 0, "jobs", "release", id, "--reason", "it is needed now");
        run(engine, 0, "jobs", "watch", id);
        while (!metrics(engine).contains("givre_company_served_jobs 1.0")) {
          Thread.onSpinWait();
        }
      }
    }

    private static String metrics(RunningEngine engine) throws Exception {
      var request = HttpRequest.newBuilder(URI.create(engine.url() + "/metrics")).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void showsThePlanThatAJobWouldGet() throws Exception {
      try (var engine = start(SPEED)) {
        run(engine, 0, "import", demoFile("inventory.csv"));
        var job =
            Files.writeString(
                files.resolve("job.json"),
                "{\"type\":\"retrieve\",\"items\":[{\"specimen\":\"HG00096\"}]}");
        var preview =
            run(engine, 0, "plan", "preview", job.toString(), "--without", "picker-2", "--json");
        assertThat(preview.at("/valid").asBoolean()).isTrue();
        assertThat(preview.at("/steps"))
            .isNotEmpty()
            .allMatch(step -> step.at("/picker").asText().equals("picker-1"));
        assertThat(preview.at("/tubes")).hasSize(1);
        assertThat(preview.at("/exposureTubeSeconds").asDouble()).isPositive();
        run(engine, 2, "plan", "preview", job.toString(), "--without", "picker-9");
        run(engine, 0, "plan", "preview", "--without", "picker-2");
        assertThat(run(engine, 0, "jobs", "ls", "--json").at("/jobs")).isEmpty();
      }
    }

    @Test
    void answersWithExitCodes() throws Exception {
      try (var engine = start(SPEED)) {
        run(engine, 3, "jobs", "show", "01ARYZ6S410000000000000000");
        run(engine, 3, "tubes", "show", "NOBODY");
        var unknown = files.resolve("unknown.csv");
        Files.writeString(unknown, "tube_barcode\nNOBODY\n");
        run(engine, 2, "jobs", "submit", unknown.toString());
        run(engine, 2, "import", unknown.toString());
        run(engine, 0, "jobs", "ls");
      }
    }
  }

  @Nested
  class ThatDoesNotStart {
    @Test
    void leavesItsDirectoryToTheOneThatServes() {
      try (var first = start(SPEED)) {
        assertThat(first.description()).contains("1000g", "500 times", directory.toString());
        assertRefused(4, "is in use by process", options(Optional.empty(), true, 0));
      }
      start(SPEED).close();
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
      try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        var port = taken.getLocalPort();
        assertRefused(4, "Port " + port, options(Optional.empty(), true, port));
      }
    }

    @Test
    void saysThatThereAreNoRealDrivers() {
      assertRefused(2, "--simulate", options(Optional.empty(), false, 0));
    }

    @Test
    void namesWhatIsWrongWithTheStore() throws IOException {
      var store = files.resolve("broken-store.json");
      Files.writeString(store, "{\"format\":\"givre-store/1\",\"nmae\":\"x\"}");
      assertRefused(2, "$.nmae", options(Optional.of(store), true, 0));
      assertRefused(
          2, "Cannot read the store file", options(Optional.of(Path.of("/no/store")), true, 0));
    }

    private void assertRefused(int exitCode, String why, EngineOptions options) {
      assertThatThrownBy(() -> ENGINES.start(options, Progress.none()))
          .isInstanceOfSatisfying(
              CommandFailure.class, no -> assertThat(no.exitCode()).isEqualTo(exitCode))
          .hasMessageContaining(why);
    }
  }

  private RunningEngine start(double speed) {
    return ENGINES.start(
        new EngineOptions(
            directory,
            Optional.empty(),
            true,
            Optional.of(speed),
            Optional.of(1L),
            Optional.of(0),
            false),
        Progress.none());
  }

  private EngineOptions options(Optional<Path> store, boolean simulate, int port) {
    return new EngineOptions(
        directory, store, simulate, Optional.empty(), Optional.empty(), Optional.of(port), false);
  }

  /** Runs a command against the engine; what it printed, as JSON where it is some. */
  private static JsonNode run(RunningEngine engine, int exitCode, String... arguments)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var workplace =
        new Workplace(
            new Terminal(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false),
            Optional.of(engine.url().toString()),
            "ada",
            WALL,
            new Ulids(WALL, new SecureRandom()),
            ENGINES,
            (world, history, csv) -> writePlaces(world, csv),
            new LocalJournals(MACHINE));
    var code = new GivreCommandLine(workplace).run(arguments);
    assertThat(code)
        .as("%s: %s%s", List.of(arguments), out.toString(UTF_8), err.toString(UTF_8))
        .isEqualTo(exitCode);
    return List.of(arguments).contains("--json")
        ? new ObjectMapper().readTree(out.toString(UTF_8))
        : new ObjectMapper().missingNode();
  }

  private String demoFile(String name) throws IOException {
    var copy = files.resolve(name);
    try (var in = EngineTest.class.getResourceAsStream("/demo/1000g/" + name)) {
      assertThat(in).as(name).isNotNull();
      Files.write(copy, in.readAllBytes());
    }
    return copy.toString();
  }

  private void assertBeliefIsTruth(RunningEngine engine) throws Exception {
    var belief = belief(engine);
    var truth = truth();
    assertThat(belief).hasSameSizeAs(truth);
    var wrong = new TreeMap<>(belief);
    wrong.entrySet().removeIf(row -> row.getValue().equals(truth.get(row.getKey())));
    assertThat(wrong).as("what the engine believes and is not so").isEmpty();
  }

  /** Rows of tubes that stand in racks, as the engine believes. */
  private static Map<String, String> belief(RunningEngine engine) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(engine.url() + "/v1/inventory"))
            .header("Accept", "text/csv")
            .build();
    var csv = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return byBarcode(csv, "");
  }

  /** The same, as the world has it. */
  private Map<String, String> truth() throws IOException {
    var csv = new StringBuilder();
    writePlaces(directory.resolve("world"), csv);
    return byBarcode(csv.toString(), ",");
  }

  private static void writePlaces(Path world, Appendable csv) throws IOException {
    try (var export = WorldExport.read(world, WALL)) {
      export.writePlaces(csv);
    }
  }

  /** Rows that end with {@code ending}, without it. */
  private static Map<String, String> byBarcode(String csv, String ending) {
    return csv.lines()
        .skip(1)
        .map(String::strip)
        .filter(row -> row.endsWith(ending))
        .map(row -> row.substring(0, row.length() - ending.length()))
        .collect(
            Collectors.toMap(
                row -> row.substring(0, row.indexOf(',')),
                row -> row,
                (a, b) -> a + b,
                TreeMap::new));
  }
}
