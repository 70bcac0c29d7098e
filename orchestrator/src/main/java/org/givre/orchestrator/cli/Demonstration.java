package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;

/** The course of the demo: inventory, pick list, delivered tubes. It speaks the HTTP API alone. */
final class Demonstration {
  private static final String FOLDER = "/demo/1000g/";

  private final Workplace workplace;
  private final EngineApi api;

  Demonstration(Workplace workplace, URI engine) {
    this.workplace = workplace;
    this.api = new EngineApi(engine);
  }

  /** Runs it; returns the job as it ended. */
  JsonNode run() {
    if (api.get("/v1/inventory?limit=1").json().path("tubes").isEmpty()) {
      fill();
    }
    var start = workplace.wall().instant();
    var job = posted("/v1/jobs", "picklist-GBR.csv").json();
    say("Submitted the pick list of the British donors: job " + job.path("id").asText());
    var ended = new JobWatch(api, workplace).watch(job.path("id").asText(), false).json();
    var took = Duration.between(start, workplace.wall().instant());
    new DemoReport(api, workplace.terminal().out()).print(ended, took);
    return ended;
  }

  private void fill() {
    var answer =
        new Waiting(workplace)
            .during(
                elapsed -> "importing the inventory, " + Figures.duration(elapsed),
                () -> posted("/v1/inventory:import", "inventory.csv"))
            .json();
    say("Imported the inventory: %s tubes".formatted(Figures.text(answer.path("tubes"))));
  }

  private Reply posted(String path, String file) {
    return api.post(
        path,
        BodyPublishers.ofByteArray(shipped(file)),
        List.of("Content-Type", "text/csv", "Idempotency-Key", workplace.keys().get()));
  }

  private void say(String what) {
    workplace.terminal().out().println(what);
  }

  private static byte[] shipped(String file) {
    try (var in = Demonstration.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("The product does not carry " + FOLDER + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
