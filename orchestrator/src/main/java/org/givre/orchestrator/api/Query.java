package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The parameters of a request's query, each of them expected. */
final class Query {
  /** Parameters that begin so carry a name after it. */
  private static final String LABEL = "label.";

  static final int USUAL_LIMIT = 50;
  static final int HIGHEST_LIMIT = 500;

  private final SortedMap<String, List<String>> values = new TreeMap<>();

  private Query() {}

  /**
   * Reads the query.
   *
   * @param known names that it may have; {@code label.} stands for all that begin so
   */
  static Query of(HttpRequest request, String... known) {
    var query = new Query();
    var names = new TreeSet<>(List.of(known));
    for (var parameter : request.getUri().query().toMultiMap().entrySet()) {
      if (!names.contains(shortened(parameter.getKey())) && !Requests.lenient(request)) {
        throw problem(
            ProblemCode.PARAMETER_UNKNOWN,
            parameter.getKey(),
            names.isEmpty()
                ? "This resource has no parameters."
                : "Known parameters are %s.".formatted(String.join(", ", names)));
      }
      query.values.put(parameter.getKey(), parameter.getValue());
    }
    return query;
  }

  private static String shortened(String name) {
    return name.startsWith(LABEL) && name.length() > LABEL.length() ? LABEL : name;
  }

  /** The one value of a parameter, if it is given and not empty. */
  Optional<String> text(String name) {
    var given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw malformed(name, "Expected it once, found it %d times.".formatted(given.size()));
    }
    return given.stream().filter(value -> !value.isEmpty()).findFirst();
  }

  /** A parameter that {@code type} makes something of. */
  <T> Optional<T> value(String name, Function<String, T> type) {
    return text(name).map(text -> converted(name, text, type));
  }

  private static <T> T converted(String name, String text, Function<String, T> type) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException refused) {
      throw malformed(name, refused.getMessage() + ".");
    }
  }

  boolean flag(String name) {
    return value(name, text -> oneOf(text, List.of("true", "false")))
        .map("true"::equals)
        .orElse(false);
  }

  /** One of {@code allowed}, or the first of them. */
  String choice(String name, String... allowed) {
    return chosen(name, allowed).orElse(allowed[0]);
  }

  /** One of {@code allowed}, if it is given. */
  Optional<String> chosen(String name, String... allowed) {
    return value(name, text -> oneOf(text, List.of(allowed)));
  }

  private static String oneOf(String text, List<String> allowed) {
    if (!allowed.contains(text)) {
      throw new IllegalArgumentException(
          "Expected %s, found \"%s\"".formatted(String.join(" or ", allowed), text));
    }
    return text;
  }

  Optional<Instant> time(String name) {
    return value(name, Query::instant);
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notATime) {
      throw new IllegalArgumentException(
          "Expected a time such as 2026-11-24T10:00:00Z, found \"%s\"".formatted(text), notATime);
    }
  }

  /** Any of the names of an enum, given several times or separated by commas. */
  <E extends Enum<E>> SortedSet<E> anyOf(String name, Class<E> type) {
    var chosen = new TreeSet<E>();
    for (var part : parts(name)) {
      chosen.add(converted(name, part, text -> constant(text, type)));
    }
    return chosen;
  }

  private static <E extends Enum<E>> E constant(String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected one of %s, found \"%s\""
                        .formatted(Arrays.toString(type.getEnumConstants()), text)));
  }

  /** Values given several times or separated by commas. */
  List<String> parts(String name) {
    var parts = new ArrayList<String>();
    for (var value : values.getOrDefault(name, List.of())) {
      Arrays.stream(value.split(",", -1)).filter(part -> !part.isEmpty()).forEach(parts::add);
    }
    return parts;
  }

  /** Values of {@code label.NAME}, by name. */
  SortedMap<String, String> labels() {
    var labels = new TreeMap<String, String>();
    for (var name : values.tailMap(LABEL).keySet()) {
      if (name.startsWith(LABEL)) {
        text(name).ifPresent(value -> labels.put(name.substring(LABEL.length()), value));
      }
    }
    return labels;
  }

  /** The number at which the page before has ended; absent for the first page. */
  Optional<Long> cursor(long most) {
    return text("cursor").map(cursor -> Cursors.read(cursor, place -> number(place, 0, most)));
  }

  /** How many a page may have. */
  int limit() {
    return value("limit", text -> number(text, 1, HIGHEST_LIMIT))
        .orElse((long) USUAL_LIMIT)
        .intValue();
  }

  /** A whole number of at least 0. */
  Optional<Long> count(String name) {
    return value(name, text -> number(text, 0, Long.MAX_VALUE));
  }

  static long number(String text, long least, long most) {
    try {
      var number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "Expected a whole number, found \"%s\"".formatted(text), notANumber);
    }
    throw new IllegalArgumentException(
        "Expected %d to %d, found \"%s\"".formatted(least, most, text));
  }

  private static ProblemException malformed(String name, String message) {
    return problem(ProblemCode.PARAMETER_MALFORMED, name, message);
  }

  private static ProblemException problem(ProblemCode code, String name, String message) {
    var detail = "Parameter \"%s\": %s".formatted(name, message);
    return Problem.of(List.of(new ProblemError(new Locus.Parameter(name), code, detail)), code)
        .thrown();
  }
}
