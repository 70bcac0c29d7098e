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
import java.time.ZoneOffset;
import org.givre.devices.sim.ClockAnchor;
import org.givre.journal.store.DurableFile;
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

  /** The anchor of the engine clock at {@code speed}; anchored anew where that is needed. */
  ClockAnchor open(Clock wall, double speed) throws IOException {
    var now = wall.instant();
    var anchor =
        Files.exists(file) ? atSpeed(read(), now, speed) : new ClockAnchor(now, now, speed);
    write(anchor);
    return anchor;
  }

  /** The same anchor, or one on the same line where the speed changes. */
  private static ClockAnchor atSpeed(ClockAnchor anchor, Instant now, double speed) {
    return speed == anchor.speed()
        ? anchor
        : new ClockAnchor(now, anchor.clock(Clock.fixed(now, ZoneOffset.UTC)).instant(), speed);
  }

  private ClockAnchor read() throws IOException {
    try {
      var json = MAPPER.readTree(file.toFile());
      if (!json.path("format").asText().equals(FORMAT) || !(json.path("speed").asDouble() > 0)) {
        throw broken(json.toString());
      }
      return new ClockAnchor(
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

  private void write(ClockAnchor anchor) throws IOException {
    var json =
        MAPPER
            .createObjectNode()
            .put("format", FORMAT)
            .put("wallAnchor", anchor.wall().toString())
            .put("engineAnchor", anchor.engine().toString())
            .put("speed", anchor.speed());
    DurableFile.write(file, MAPPER.writeValueAsBytes(json));
  }
}
