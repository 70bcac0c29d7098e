package org.givre.orchestrator.storefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A value of a store file that knows where it stands. Strict: an object may have only the fields
 * that its reader names, so that a misspelt optional field is never mistaken for an absent one.
 */
final class StoreJson {
  private static final int QUOTED_CHARACTERS = 60;

  private final String file;
  private final String path;
  private final JsonNode node;

  StoreJson(String file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /** This value, if it is an object with no other fields than {@code known}. */
  StoreJson object(String... known) {
    if (!node.isObject()) {
      throw expected("an object");
    }
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(List.of(known));
    if (!unknown.isEmpty()) {
      var field = unknown.iterator().next();
      throw at(field)
          .broken(
              "one of the fields " + String.join(", ", known),
              "the unknown field \"%s\"".formatted(field),
              "Correct its spelling or remove it.");
    }
    return this;
  }

  /** A field of an object; perhaps absent. */
  StoreJson at(String field) {
    var found = node.get(field);
    return new StoreJson(
        file, path + "." + field, found == null ? MissingNode.getInstance() : found);
  }

  /** Whether the field is absent or null, which mean the same. */
  boolean isAbsent() {
    return node.isMissingNode() || node.isNull();
  }

  String text() {
    if (!node.isTextual()) {
      throw expected("a text");
    }
    return node.textValue();
  }

  /** A name, made by a type that refuses what is no name. */
  <T> T name(Function<String, T> type) {
    var text = text();
    try {
      return type.apply(text);
    } catch (IllegalArgumentException refused) {
      throw broken(
          "a name of 1 to 64 printable ASCII characters without blanks", found(), "Rename it.");
    }
  }

  int integer(int least, int most) {
    var whole = node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToInt();
    if (!whole || node.intValue() < least || node.intValue() > most) {
      throw expected("an integer from %d to %d".formatted(least, most));
    }
    return node.intValue();
  }

  int integerOr(int absent, int least, int most) {
    return isAbsent() ? absent : integer(least, most);
  }

  double number() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw expected("a number");
    }
    return node.doubleValue();
  }

  double celsius() {
    if (!node.isNumber() || !(node.doubleValue() >= -273.15 && node.doubleValue() <= 100)) {
      throw expected("a temperature from -273.15 to 100 degrees Celsius");
    }
    return node.doubleValue();
  }

  double positive() {
    if (!node.isNumber() || !(node.doubleValue() > 0) || !Double.isFinite(node.doubleValue())) {
      throw expected("a number above 0");
    }
    return node.doubleValue();
  }

  double positiveOr(double absent) {
    return isAbsent() ? absent : positive();
  }

  double atLeastZeroOr(double absent) {
    if (isAbsent()) {
      return absent;
    }
    if (!node.isNumber() || !(node.doubleValue() >= 0) || !Double.isFinite(node.doubleValue())) {
      throw expected("a number of at least 0");
    }
    return node.doubleValue();
  }

  /** Every element of a list, in its order. */
  <T> List<T> list(Function<StoreJson, T> each) {
    if (!node.isArray()) {
      throw expected("a list");
    }
    var values = new ArrayList<T>(node.size());
    for (int i = 0; i < node.size(); i++) {
      values.add(each.apply(new StoreJson(file, path + "[" + i + "]", node.get(i))));
    }
    return values;
  }

  /** Every element of a list that must have at least one. */
  <T> List<T> atLeastOne(Function<StoreJson, T> each) {
    var values = list(each);
    if (values.isEmpty()) {
      throw broken("a list of at least one", "an empty list", "Add what the store has.");
    }
    return values;
  }

  StoreFileException expected(String what) {
    return broken(what, found(), node.isMissingNode() ? "Add the field." : "Correct the value.");
  }

  StoreFileException broken(String expected, String found, String remedy) {
    return new StoreFileException(file, path, expected, found, remedy);
  }

  private String found() {
    if (node.isMissingNode()) {
      return "nothing";
    }
    if (node.isContainerNode()) {
      return node.isArray() ? "a list" : "an object";
    }
    var text = node.toString();
    return text.length() <= QUOTED_CHARACTERS ? text : text.substring(0, QUOTED_CHARACTERS) + "...";
  }
}
