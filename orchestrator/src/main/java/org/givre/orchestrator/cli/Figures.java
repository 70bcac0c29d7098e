package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;

/** How figures and places of the API look to people. */
final class Figures {
  private static final int SECONDS_OF_MINUTE = 60;
  private static final double LEAST_SHOWN = 0.05;

  private Figures() {}

  /** With one decimal and separated thousands; empty when absent. */
  static String rounded(JsonNode number) {
    return number.isNumber() ? rounded(number.doubleValue()) : "";
  }

  static String rounded(double number) {
    double shown = Math.abs(number) < LEAST_SHOWN ? 0 : number;
    return String.format(Locale.ROOT, "%,.1f", shown);
  }

  /** Such as {@code 1 entry} and {@code 1,200 entries}. */
  static String counted(long number, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
  }

  /** A text, number or truth value; empty when absent. */
  static String text(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  /** Such as {@code 2 min 05 s}. */
  static String duration(Duration duration) {
    var seconds = Math.max(0, duration.toSeconds());
    return seconds < SECONDS_OF_MINUTE
        ? seconds + " s"
        : "%d min %02d s".formatted(seconds / SECONDS_OF_MINUTE, seconds % SECONDS_OF_MINUTE);
  }

  /** Where a tube is: {@code D1-R03 level 4 C7}, {@code picker-1} or {@code P1 slot 12}. */
  static String position(JsonNode position) {
    if (position.hasNonNull("rack")) {
      return "%s level %s %s"
          .formatted(
              position.get("rack").asText(),
              position.path("level").asText(),
              position.path("well").asText());
    }
    if (position.hasNonNull("port")) {
      return position.get("port").asText() + " slot " + position.path("slot").asText();
    }
    return text(position.path("picker"));
  }

  /** What was asked for: a barcode, {@code any of ...} or a specimen. */
  static String asked(JsonNode asked) {
    if (asked.hasNonNull("specimen")) {
      var material = text(asked.path("material"));
      return asked.get("specimen").asText() + (material.isEmpty() ? "" : " " + material);
    }
    if (asked.hasNonNull("anyOf")) {
      return "any of " + asked.get("anyOf").size();
    }
    return text(asked.path("tube"));
  }
}
