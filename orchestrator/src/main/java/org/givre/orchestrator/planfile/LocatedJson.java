package org.givre.orchestrator.planfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.givre.plans.instance.RefusedValue;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where it stands, so that a complaint can say so. An absent field is a
 * value, too: {@code null} and absent are the same.
 */
final class LocatedJson {
  private static final int QUOTED_CHARACTERS = 60;

  private final @Nullable LocatedJson parent;
  private final String step;
  private final JsonNode node;

  private LocatedJson(@Nullable LocatedJson parent, String step, JsonNode node) {
    this.parent = parent;
    this.step = step;
    this.node = node;
  }

  /** The whole file. */
  static LocatedJson root(JsonNode node) {
    return new LocatedJson(null, "$", node);
  }

  /** The field of an object; perhaps absent. */
  LocatedJson at(String field) {
    if (!node.isObject()) {
      throw expected("an object");
    }
    var found = node.get(field);
    return new LocatedJson(this, "." + field, found == null ? MissingNode.getInstance() : found);
  }

  boolean isAbsent() {
    return node.isMissingNode() || node.isNull();
  }

  String text() {
    if (!node.isTextual()) {
      throw expected("a text");
    }
    return node.textValue();
  }

  String textOr(String absent) {
    return isAbsent() ? absent : text();
  }

  Optional<String> optionalText() {
    return isAbsent() ? Optional.empty() : Optional.of(text());
  }

  int integer() {
    if (!node.isNumber() || !node.canConvertToExactIntegral() || !node.canConvertToInt()) {
      throw expected("an integer");
    }
    return node.intValue();
  }

  int integerOr(int absent) {
    return isAbsent() ? absent : integer();
  }

  OptionalInt optionalInteger() {
    return isAbsent() ? OptionalInt.empty() : OptionalInt.of(integer());
  }

  int count() {
    var whole = node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToInt();
    if (!whole || node.intValue() < 0) {
      throw expected("an integer of at least 0");
    }
    return node.intValue();
  }

  long longOr(long absent) {
    if (isAbsent()) {
      return absent;
    }
    if (!node.isNumber() || !node.canConvertToExactIntegral() || !node.canConvertToLong()) {
      throw expected("an integer");
    }
    return node.longValue();
  }

  double number() {
    var value = anyNumber();
    if (!Double.isFinite(value)) {
      throw expected("a finite number");
    }
    return value;
  }

  /** A number that may be too large or none at all, for what the judge of plans must see. */
  double anyNumber() {
    if (!node.isNumber()) {
      throw expected("a number");
    }
    return node.doubleValue();
  }

  double numberOr(double absent) {
    return isAbsent() ? absent : number();
  }

  OptionalDouble optionalNumber() {
    return isAbsent() ? OptionalDouble.empty() : OptionalDouble.of(number());
  }

  /** Every element of a list; none when the list is absent. */
  <T> List<T> list(Function<LocatedJson, T> each) {
    return isAbsent() ? List.of() : requiredList(each);
  }

  /** Every element of a list that must be there. */
  <T> List<T> requiredList(Function<LocatedJson, T> each) {
    if (!node.isArray()) {
      throw expected("a list");
    }
    var values = new ArrayList<T>(node.size());
    for (int i = 0; i < node.size(); i++) {
      values.add(new LocatedJson(this, "[" + i + "]", node.get(i)).mapped(each));
    }
    return values;
  }

  /**
   * What {@code mapping} makes of this value; its refusal of values becomes ours, with the place.
   */
  <T> T mapped(Function<LocatedJson, T> mapping) {
    try {
      return mapping.apply(this);
    } catch (RefusedValue refused) {
      throw new MalformedFileException(path() + "." + refused.getMessage(), refused);
    }
  }

  MalformedFileException expected(String what) {
    return new MalformedFileException(unexpected(what));
  }

  /** The complaint that this value is not {@code what}. */
  String unexpected(String what) {
    return "%s: expected %s, found %s".formatted(path(), what, found());
  }

  private String found() {
    if (node.isMissingNode()) {
      return "nothing";
    }
    if (node.isContainerNode()) {
      return node.isArray() ? "a list" : "an object";
    }
    var text = node.isNumber() ? node.asText() : node.toString();
    return text.length() <= QUOTED_CHARACTERS ? text : text.substring(0, QUOTED_CHARACTERS) + "...";
  }

  private String path() {
    var steps = new StringBuilder(step);
    for (var above = parent; above != null; above = above.parent) {
      steps.insert(0, above.step);
    }
    return steps.toString();
  }
}
