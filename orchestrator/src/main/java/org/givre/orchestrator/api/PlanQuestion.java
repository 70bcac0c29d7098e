package org.givre.orchestrator.api;

import java.util.List;
import java.util.regex.Pattern;

/** What somebody wants explained of a plan: the value of {@code explain}. */
sealed interface PlanQuestion {
  /** Why the job waits, and what if it came first. */
  record Wait() implements PlanQuestion {}

  /** Why an item gets its tube. */
  record Item(int index) implements PlanQuestion {}

  /** Why one lift is done before another; each by its number or its rack. */
  record Order(String one, String other) implements PlanQuestion {}

  /** Why a rack is lifted so; by the lift's number or by the rack. */
  record Lift(String lift) implements PlanQuestion {}

  /** The plan at a glance. */
  record All() implements PlanQuestion {}

  /** An index that fits. */
  Pattern INDEX = Pattern.compile("[0-9]{1,6}");

  /**
   * The question that {@code text} asks.
   *
   * @throws IllegalArgumentException when it asks none
   */
  static PlanQuestion parse(String text) {
    var parts = List.of(text.split(":", 2));
    var about = parts.size() < 2 ? "" : parts.get(1);
    var lifts = List.of(about.split(",", -1));
    var asked = parts.get(0);
    if (text.equals("wait")) {
      return new Wait();
    } else if (text.equals("all")) {
      return new All();
    } else if (asked.equals("item") && INDEX.matcher(about).matches()) {
      return new Item(Integer.parseInt(about));
    } else if (asked.equals("order") && lifts.size() == 2 && !lifts.contains("")) {
      return new Order(lifts.get(0), lifts.get(1));
    } else if (asked.equals("lift") && !about.isEmpty()) {
      return new Lift(about);
    }
    throw new IllegalArgumentException(
        "Expected wait, item:3, order:D1-R01,D1-R03, lift:D1-R01 or all, found \"%s\""
            .formatted(text));
  }
}
