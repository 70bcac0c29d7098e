package org.givre.plans.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Gathers violations. */
final class Findings {
  private final List<Violation> violations = new ArrayList<>();

  /** Something that operation {@code op} breaks. */
  void add(ViolationKind kind, int op, String subject, String message) {
    violations.add(new Violation(kind, OptionalInt.of(op), subject, message));
  }

  /** Something that the plan as a whole breaks. */
  void add(ViolationKind kind, String subject, String message) {
    violations.add(new Violation(kind, OptionalInt.empty(), subject, message));
  }

  List<Violation> violations() {
    return violations;
  }
}
