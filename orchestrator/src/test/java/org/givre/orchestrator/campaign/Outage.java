package org.givre.orchestrator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An engine that has a large job to do, and whose disk will not do. */
final class Outage {
  /** For what remains when the outage is over. */
  private static final EngineSetup AFTERWARDS = EngineSetup.at(400);

  private static final int PICKERS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final Observer observer = new Observer();
  private String job = "";

  Outage(Path data) {
    this.data = data;
  }

  EngineProcess start(EngineSetup setup) throws IOException {
    return EngineProcess.start(data, setup, output());
  }

  /** What engines print, together. */
  private Path output() {
    return data.resolveSibling("output");
  }

  String said() throws IOException {
    return Files.readString(output());
  }

  ApiClient follow(EngineProcess engine) throws InterruptedException {
    var api = new ApiClient(engine.awaitUp());
    observer.follow(api);
    return api;
  }

  /** Gives a new engine its tubes and a job, and waits until robots are busy with that. */
  void begin(ApiClient api) throws NoAnswer, InterruptedException {
    importEverything(api).expect(200);
    var list = DemoFiles.text("picklist-GBR.csv");
    var accepted = api.post("/v1/jobs", list, "Content-Type", "text/csv").expect(202);
    job = accepted.json().path("id").asText();
    observer.await(Event::ofMotion, 10, PATIENCE);
    assertThat(observer.seen()).filteredOn(Event::ofMotion).hasSizeGreaterThanOrEqualTo(10);
  }

  /** Waits until the robots have said in this session what they had to. */
  void awaitConnected() throws InterruptedException {
    observer.await(event -> event.type().equals("device.connected"), PICKERS, PATIENCE);
  }

  static Answer importEverything(ApiClient api) throws NoAnswer {
    return api.post("/v1/inventory:import", DemoFiles.inventory(), "Content-Type", "text/csv");
  }

  JsonNode job(ApiClient api) throws NoAnswer {
    return api.get("/v1/jobs/" + job).expect(200).json();
  }

  /** Submits a job that waits to be released; it takes nothing from the other. */
  static Answer submitHeld(ApiClient api) throws NoAnswer {
    var specimen = DemoFiles.names("picklist-LWK-PBMC.csv").get(0);
    var body = "{\"type\":\"retrieve\",\"hold\":true,\"items\":[{\"specimen\":\"%s\"}]}";
    return api.post("/v1/jobs", body.formatted(specimen), "Content-Type", "application/json");
  }

  /** Codes of what somebody must see to. */
  static List<String> alarms(ApiClient api) throws NoAnswer {
    var codes = new ArrayList<String>();
    api.get("/v1/alarms")
        .expect(200)
        .json()
        .path("alarms")
        .forEach(alarm -> codes.add(alarm.path("id").asText()));
    return codes;
  }

  void await(Look look) throws NoAnswer, InterruptedException {
    var came = observer.comesTrue(look, event -> event.ofJob() || event.ofSite(), PATIENCE);
    assertThat(came).as("what is waited for comes").isTrue();
  }

  /** Waits for the end of the job; all of it must have been delivered. */
  void awaitCompleted(ApiClient api) throws NoAnswer, InterruptedException {
    await(() -> Verbs.TERMINAL.contains(job(api).path("state").asText()));
    assertThat(job(api).path("state").asText()).isEqualTo("COMPLETED");
    assertThat(job(api).at("/progress/done")).isEqualTo(job(api).at("/progress/total"));
  }

  /** Ends an engine that has nothing to do any more, starts it again, and compares. */
  void judge(EngineProcess ending) throws IOException, InterruptedException, NoAnswer {
    judge(ending, AFTERWARDS);
  }

  /** The same, with an engine that needs to be set up otherwise. */
  void judge(EngineProcess ending, EngineSetup afterwards)
      throws IOException, InterruptedException, NoAnswer {
    ending.stop();
    var truth = Truth.at(data, Instant.now());
    try (var engine = start(afterwards)) {
      var api = new ApiClient(engine.awaitUp());
      assertThat(TubeVerdict.of(api, truth)).isEmpty();
      assertThat(RecordVerdict.events(api, observer)).isEmpty();
      assertThat(truth.gone()).isEqualTo(job(api).at("/progress/total").asInt());
      engine.stop();
    }
  }
}
