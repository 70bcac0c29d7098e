package org.givre.orchestrator.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.givre.devices.time.AnchoredClock;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.wiring.StartRefusal.Reason;

/**
 * The engine clock's anchor on disk. Engine time equals wall time at the first start and runs on
 * while nobody serves; a changed speed takes effect from the moment of the start, without a jump.
 */
final class ClockFile {
  static final String FORMAT = "givre-clock/1";

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path file;

  ClockFile(Path file) {
    this.file = file;
  }

  /** The engine's time at {@code speed}, anchored anew where that is needed. */
  EngineTime open(Clock wall, double speed) throws IOException {
    var now = wall.instant();
    var anchor = Files.exists(file) ? read().at(wall, now, speed) : new Anchor(now, now, speed);
    write(anchor);
    return new EngineTime(anchor.clock(wall), wall, speed);
  }

  private record Anchor(Instant wallAnchor, Instant engineAnchor, double speed) {
    /** This anchor, or one on the same line where the speed changes. */
    Anchor at(Clock wall, Instant now, double nextSpeed) {
      return nextSpeed == speed
          ? this
          : new Anchor(now, clock(Clock.fixed(now, wall.getZone())).instant(), nextSpeed);
    }

    AnchoredClock clock(Clock wall) {
      return new AnchoredClock(wall, wallAnchor, engineAnchor, speed);
    }
  }

  private Anchor read() throws IOException {
    try {
      var json = MAPPER.readTree(file.toFile());
      if (!json.path("format").asText().equals(FORMAT) || !(json.path("speed").asDouble() > 0)) {
        throw broken(json.toString());
      }
      return new Anchor(
          instant(json, "wallAnchor"), instant(json, "engineAnchor"), json.get("speed").asDouble());
    } catch (JsonProcessingException | DateTimeException e) {
      throw broken(e.toString());
    }
  }

  private static Instant instant(JsonNode json, String field) {
    return Instant.parse(json.path(field).asText());
  }

  private StartRefusal broken(String found) {
    return new StartRefusal(
        Reason.MALFORMED,
        "%s: expected format %s with wallAnchor, engineAnchor and speed, found %s. Restore the file from a backup."
            .formatted(file, FORMAT, found));
  }

  private void write(Anchor anchor) throws IOException {
    var json =
        MAPPER
            .createObjectNode()
            .put("format", FORMAT)
            .put("wallAnchor", anchor.wallAnchor().toString())
            .put("engineAnchor", anchor.engineAnchor().toString())
            .put("speed", anchor.speed());
    DurableFile.write(file, MAPPER.writeValueAsBytes(json));
  }
}
