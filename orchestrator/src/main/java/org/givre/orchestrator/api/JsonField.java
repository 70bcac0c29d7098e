package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A value of a JSON body that knows where it stands. What is wrong with it is gathered, and the
 * reading goes on. {@code null} and absent are the same.
 */
final class JsonField {
  private static final int QUOTED_CHARACTERS = 60;

  /** A name that is longer is not quoted back. */
  private static final int LONGEST_NAME = 200;

  /** Times are kept as microseconds in 64 bits; nobody plans for the year 3000. */
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  private final JsonNode node;
  private final Locus.Pointer at;
  private final Complaints complaints;

  private JsonField(JsonNode node, Locus.Pointer at, Complaints complaints) {
    this.node = node;
    this.at = at;
    this.complaints = complaints;
  }

  static JsonField root(JsonNode node, Complaints complaints) {
    return new JsonField(node, new Locus.Pointer(""), complaints);
  }

  Locus.Pointer at() {
    return at;
  }

  boolean isAbsent() {
    return node.isMissingNode() || node.isNull();
  }

  /** Whether this is an object; complains if it is anything else. */
  boolean isObject() {
    return node.isObject() || expected("an object");
  }

  JsonField field(String name) {
    var found = node.get(name);
    return new JsonField(
        found == null ? MissingNode.getInstance() : found, at.field(name), complaints);
  }

  /** Complains of every field that is not among {@code known}. */
  void only(SortedSet<String> known) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                complaints.add(
                    at.field(name),
                    ProblemCode.FIELD_UNKNOWN,
                    "Field \"%s\" is not known here; known are %s."
                        .formatted(quoted(name), String.join(", ", known)));
              }
            });
  }

  /** Complains if this is absent. */
  JsonField required() {
    if (isAbsent()) {
      complaints.add(at, ProblemCode.FIELD_MISSING, "The field is required, found nothing.");
    }
    return this;
  }

  /** A text of 1 to {@code longest} characters. */
  Optional<String> text(int longest) {
    if (isAbsent()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      expected("a text");
      return Optional.empty();
    }
    var text = node.textValue();
    if (text.isEmpty() || text.length() > longest) {
      complaints.add(
          at,
          ProblemCode.OUT_OF_RANGE,
          "Expected 1 to %d characters, found %d.".formatted(longest, text.length()));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A text of 1 to {@code longest} characters that are not all blank, which must be there. */
  Optional<String> words(int longest) {
    if (node.isTextual() && node.textValue().isBlank()) {
      complaints.add(at, ProblemCode.FIELD_MISSING, "Expected words, found only blanks.");
      return Optional.empty();
    }
    return required().text(longest);
  }

  /** A name of the store's, such as a barcode. */
  <T> Optional<T> name(Function<String, T> type) {
    return text(LONGEST_NAME)
        .flatMap(
            text -> {
              try {
                return Optional.of(type.apply(text));
              } catch (IllegalArgumentException refused) {
                complaints.add(at, ProblemCode.VALUE_MALFORMED, refused.getMessage() + ".");
                return Optional.empty();
              }
            });
  }

  Optional<Integer> integer(int least, int most) {
    if (isAbsent()) {
      return Optional.empty();
    }
    if (!node.isNumber() || !node.canConvertToExactIntegral()) {
      expected("an integer");
      return Optional.empty();
    }
    if (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
      complaints.add(
          at,
          ProblemCode.OUT_OF_RANGE,
          "Expected %d to %d, found %s.".formatted(least, most, quoted(node.asText())));
      return Optional.empty();
    }
    return Optional.of(node.intValue());
  }

  boolean flag(boolean absent) {
    if (isAbsent()) {
      return absent;
    }
    return node.isBoolean() ? node.booleanValue() : expected("true or false");
  }

  /** A time with its offset from UTC (RFC 3339), to the microsecond. */
  Optional<Instant> time() {
    return text(QUOTED_CHARACTERS)
        .flatMap(
            text -> {
              try {
                return ranged(OffsetDateTime.parse(text).toInstant());
              } catch (DateTimeException notATime) {
                complaints.add(
                    at,
                    ProblemCode.VALUE_MALFORMED,
                    "Expected a time such as 2026-11-24T10:00:00Z, found \"%s\"."
                        .formatted(quoted(text)));
                return Optional.empty();
              }
            });
  }

  private Optional<Instant> ranged(Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      complaints.add(
          at,
          ProblemCode.OUT_OF_RANGE,
          "Expected a time from %s to %s, found %s.".formatted(EARLIEST, LATEST, time));
      return Optional.empty();
    }
    return Optional.of(time);
  }

  boolean isEmptyList() {
    return node.isArray() && node.isEmpty();
  }

  /** The elements of a list of 1 to {@code most}; none when absent or wrong. */
  List<JsonField> elements(int most) {
    if (isAbsent()) {
      return List.of();
    }
    if (!node.isArray()) {
      expected("a list");
      return List.of();
    }
    if (node.isEmpty() || node.size() > most) {
      complaints.add(
          at,
          ProblemCode.OUT_OF_RANGE,
          "Expected 1 to %d elements, found %d.".formatted(most, node.size()));
      return List.of();
    }
    var elements = new ArrayList<JsonField>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(new JsonField(node.get(i), at.element(i), complaints));
    }
    return elements;
  }

  /** The fields of an object of at most {@code most}, by name; none when absent or wrong. */
  SortedMap<String, JsonField> fields(int most) {
    var fields = new TreeMap<String, JsonField>();
    if (isAbsent() || !isObject()) {
      return fields;
    }
    if (node.size() > most) {
      complaints.add(
          at,
          ProblemCode.OUT_OF_RANGE,
          "Expected at most %d fields, found %d.".formatted(most, node.size()));
      return fields;
    }
    node.fieldNames().forEachRemaining(name -> fields.put(name, field(name)));
    return fields;
  }

  /** Complains of this value. */
  void refuse(ProblemCode code, String message) {
    complaints.add(at, code, message);
  }

  private boolean expected(String what) {
    complaints.add(at, ProblemCode.TYPE_WRONG, "Expected %s, found %s.".formatted(what, found()));
    return false;
  }

  private String found() {
    if (node.isContainerNode()) {
      return node.isArray() ? "a list" : "an object";
    }
    return isAbsent() ? "nothing" : quoted(node.toString());
  }

  private static String quoted(String text) {
    return text.length() <= QUOTED_CHARACTERS ? text : text.substring(0, QUOTED_CHARACTERS) + "...";
  }
}
