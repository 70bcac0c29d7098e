package org.givre.orchestrator.api;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a request, so that a client learns it all at once. */
final class Complaints {
  private final int most;
  private final List<ProblemError> errors = new ArrayList<>();
  private long count;

  /** Keeps the first {@code most}; counts all. */
  Complaints(int most) {
    this.most = most;
  }

  void add(Locus at, ProblemCode code, String message) {
    add(new ProblemError(at, code, message));
  }

  void add(ProblemError error) {
    count++;
    if (errors.size() < most) {
      errors.add(error);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** How many there were, also of those that were not kept. */
  long count() {
    return count;
  }

  List<ProblemError> errors() {
    return List.copyOf(errors);
  }

  /** Throws what was gathered, if anything was. */
  void check(ProblemCode mixed) {
    if (!isEmpty()) {
      throw problem(mixed).thrown();
    }
  }

  /** What was gathered, as one problem. */
  Problem problem(ProblemCode mixed) {
    var problem = Problem.of(errors, mixed);
    return count == errors.size()
        ? problem
        : Problem.of(
                problem.code(),
                "%d errors; the first %d are in errors.".formatted(count, errors.size()))
            .with(errors);
  }
}
