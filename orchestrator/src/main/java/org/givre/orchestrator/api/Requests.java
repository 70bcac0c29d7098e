package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.MediaRange;
import akka.http.javadsl.model.MediaType;
import akka.http.javadsl.model.headers.Accept;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request says besides its path, query and body. */
final class Requests {
  /** Who acts, as the caller says. */
  private static final String OPERATOR = "X-Givre-Operator";

  private static final Pattern OPERATOR_NAME = Pattern.compile("[ -~]{1,64}");

  private Requests() {}

  static Optional<String> header(HttpRequest request, String name) {
    return request.getHeader(name).map(HttpHeader::value);
  }

  /** Who acts. A name that is none keeps nobody from acting: then it is the loopback. */
  static String operator(HttpRequest request) {
    return header(request, OPERATOR)
        .map(String::strip)
        .filter(name -> OPERATOR_NAME.matcher(name).matches())
        .orElse("loopback");
  }

  /** Whether the client asks us to pass over what we do not know. */
  static boolean lenient(HttpRequest request) {
    return header(request, "Prefer")
        .map(value -> value.toLowerCase(Locale.ROOT).replace(" ", ""))
        .stream()
        .anyMatch(value -> value.contains("handling=lenient"));
  }

  /** The representation that the client likes best, the first of equals. */
  static MediaType accepted(HttpRequest request, MediaType... offered) {
    var header = request.getHeader(Accept.class);
    if (header.isEmpty()) {
      return offered[0];
    }
    MediaType best = offered[0];
    var highest = 0f;
    for (var type : offered) {
      var quality = quality(header.get(), type);
      if (quality > highest) {
        highest = quality;
        best = type;
      }
    }
    if (highest > 0) {
      return best;
    }
    var names = List.of(offered).stream().map(type -> type.toString()).toList();
    throw Problem.of(
            ProblemCode.NOT_ACCEPTABLE,
            "The resource is served as %s; the Accept header allows none of it."
                .formatted(String.join(" or ", names)))
        .thrown();
  }

  /** The quality of the most specific range that the type is in; 0 when it is in none. */
  private static float quality(Accept accept, MediaType type) {
    var quality = 0f;
    var precision = -1;
    for (MediaRange range : accept.getMediaRanges()) {
      if (range.matches(type) && precision(range) > precision) {
        precision = precision(range);
        quality = range.qValue();
      }
    }
    return quality;
  }

  private static int precision(MediaRange range) {
    var text = range.toString();
    return text.startsWith("*/*") ? 0 : text.contains("/*") ? 1 : 2;
  }
}
