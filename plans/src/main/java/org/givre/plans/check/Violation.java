package org.givre.plans.check;

import java.util.OptionalInt;

/**
 * One thing that is wrong with a plan.
 *
 * @param op position in the plan's list of operations; absent where no single operation is at fault
 * @param subject what it is about, such as {@code rack 3 level 2} or {@code job 5}
 * @param message what was expected and what was found
 */
public record Violation(ViolationKind kind, OptionalInt op, String subject, String message) {
  @Override
  public String toString() {
    var where = op.isPresent() ? "op " + op.getAsInt() + ", " : "";
    return "%s: %s%s: %s".formatted(kind.text(), where, subject, message);
  }
}
