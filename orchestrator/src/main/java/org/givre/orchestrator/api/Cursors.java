package org.givre.orchestrator.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/** Where a page ended, wrapped so that nobody builds on what is inside. */
final class Cursors {
  private Cursors() {}

  static String of(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /** The place that {@code cursor} wraps, as {@code reading} reads it. */
  static <T> T read(String cursor, Function<String, T> reading) {
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor);
      return reading.apply(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      throw Problem.of(
              ProblemCode.CURSOR_MALFORMED,
              "The cursor must be the \"next\" of the page before. Begin without a cursor.")
          .thrown();
    }
  }
}
