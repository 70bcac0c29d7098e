package org.givre.orchestrator.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;
import org.givre.plans.store.StoreDefinition;

/** Where two store files say different things. */
final class StoreDifference {
  private StoreDifference() {}

  /** Whether both mean the same, whatever they leave to defaults and however they are written. */
  static boolean same(StoreDefinition one, StoreDefinition other) {
    return one.name().equals(other.name())
        && one.dewars().equals(other.dewars())
        && one.pickers().equals(other.pickers())
        && one.ports().equals(other.ports())
        && one.weights().equals(other.weights())
        && one.prices().equals(other.prices())
        && one.timing().equals(other.timing());
  }

  /** The first difference as {@code path: kept, given}. */
  static Optional<String> first(JsonNode kept, JsonNode given) {
    return first("$", kept, given);
  }

  private static Optional<String> first(String path, JsonNode kept, JsonNode given) {
    if (kept.isObject() && given.isObject()) {
      return inObject(path, kept, given);
    }
    if (kept.isArray() && given.isArray() && kept.size() == given.size()) {
      return inList(path, kept, given);
    }
    return alike(kept, given)
        ? Optional.empty()
        : Optional.of("%s is %s there and %s here".formatted(path, shown(kept), shown(given)));
  }

  private static Optional<String> inObject(String path, JsonNode kept, JsonNode given) {
    var fields = new TreeSet<String>();
    kept.fieldNames().forEachRemaining(fields::add);
    given.fieldNames().forEachRemaining(fields::add);
    return fields.stream()
        .flatMap(f -> first(path + "." + f, kept.path(f), given.path(f)).stream())
        .findFirst();
  }

  private static Optional<String> inList(String path, JsonNode kept, JsonNode given) {
    for (int i = 0; i < kept.size(); i++) {
      var difference = first(path + "[" + i + "]", kept.get(i), given.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static boolean alike(JsonNode kept, JsonNode given) {
    if (kept.isNumber() && given.isNumber()) {
      return kept.doubleValue() == given.doubleValue();
    }
    var bothAbsent = absent(kept) && absent(given);
    return bothAbsent || kept.equals(given);
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "absent";
    }
    if (node.isArray()) {
      return "a list of " + node.size();
    }
    return node.isObject() ? "an object" : node.toString();
  }
}
