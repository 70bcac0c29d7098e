package org.givre.orchestrator.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * How an action must be decided.
 *
 * @param refusal code; empty where it must be accepted
 * @param effects any of which must follow at once; none where it must change nothing
 */
record Expected(Optional<String> refusal, List<String> effects) {
  static Expected refused(String code) {
    return new Expected(Optional.of(code), List.of());
  }

  /** Accepted, though it holds already. */
  static Expected idle() {
    return new Expected(Optional.empty(), List.of());
  }

  static Expected effect(String... anyOf) {
    return new Expected(Optional.empty(), List.of(anyOf));
  }
}
