package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Follows a job on the terminal until it is over. */
final class JobWatch {
  private final EngineApi api;
  private final Workplace workplace;

  JobWatch(EngineApi api, Workplace workplace) {
    this.api = api;
    this.workplace = workplace;
  }

  /** Draws progress for people; with {@code json} prints every state that differs, a line each. */
  Reply watch(String id, boolean json) {
    return json ? lines(id) : drawn(id);
  }

  private Reply drawn(String id) {
    try (var line = new ProgressLine(workplace.terminal(), workplace.wall())) {
      return new JobFollower(api)
          .follow(id, look -> line.show(JobText.progress(look.json()) + eta(look.json())));
    }
  }

  private Reply lines(String id) {
    var last = new String[] {""};
    return new JobFollower(api)
        .follow(
            id,
            look -> {
              if (!look.body().equals(last[0])) {
                workplace.terminal().out().println(look.body());
                last[0] = look.body();
              }
            });
  }

  /** On the watcher's clock, from the engine's. */
  private String eta(JsonNode job) {
    var done = job.path("eta").path("p50").asText();
    if (done.isEmpty() || JobText.isOver(job)) {
      return "";
    }
    var site = api.get("/v1/site").json();
    var engineNow = site.path("engineTime").asText();
    if (engineNow.isEmpty()) {
      return "";
    }
    var engineLeft = Duration.between(Instant.parse(engineNow), Instant.parse(done));
    var wallMillis = Math.round(engineLeft.toMillis() / site.path("speed").asDouble(1));
    var left = Duration.ofMillis(wallMillis);
    return left.toSeconds() > 0 ? "  ready in " + Figures.duration(left) : "  ready any moment";
  }
}
