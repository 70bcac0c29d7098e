package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** How far an import has come, in words; the engine is asked each time. */
final class ImportProgressText {
  private static final int MEGABYTE = 1_000_000;

  private final EngineApi api;
  private final String what;
  private final long bytes;

  /**
   * Of an import that is under way.
   *
   * @param what such as {@code importing inventory.csv}
   * @param bytes that are sent in all
   */
  ImportProgressText(EngineApi api, String what, long bytes) {
    this.api = api;
    this.what = what;
    this.bytes = bytes;
  }

  String after(Duration elapsed) {
    return what + words(progress()) + ", " + Figures.duration(elapsed);
  }

  private JsonNode progress() {
    try {
      return api.get("/v1/inventory/import").json();
    } catch (CommandFailure notNow) {
      // The import itself will say what is wrong.
      return Reply.NOTHING;
    }
  }

  private String words(JsonNode progress) {
    return switch (Figures.text(progress.path("stage"))) {
      case "receiving" ->
          ": %,d of %,d MB sent"
              .formatted(megabytes(progress.path("bytes").asLong()), megabytes(bytes));
      case "checking" -> ": %,d rows checked".formatted(progress.path("rows").asLong());
      case "storing" ->
          ": %,d of %,d racks stored"
              .formatted(progress.path("racksStored").asLong(), progress.path("racks").asLong());
      default -> "";
    };
  }

  private static long megabytes(long bytes) {
    return (bytes + MEGABYTE - 1) / MEGABYTE;
  }
}
