package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a job decides an action.
 *
 * @param refusal code of the refusal; empty where it is accepted
 * @param detail of a refusal, in words
 * @param effects none where it is refused, or holds already
 * @param done whether what was asked will hold at once
 * @param promisedAt otherwise by when, if that can be said
 */
record Ruling(
    Optional<String> refusal,
    String detail,
    List<JobEvent> effects,
    boolean done,
    Optional<Instant> promisedAt) {
  Ruling {
    effects = List.copyOf(effects);
  }

  static Ruling refused(String code, String detail) {
    return new Ruling(Optional.of(code), detail, List.of(), false, Optional.empty());
  }

  /** It holds already. */
  static Ruling idle() {
    return accepted(List.of(), true);
  }

  /** It is on its way already. */
  static Ruling awaited() {
    return accepted(List.of(), false);
  }

  /** It will hold at once. */
  static Ruling done(JobEvent effect) {
    return accepted(List.of(effect), true);
  }

  /** It begins. */
  static Ruling begun(JobEvent effect) {
    return accepted(List.of(effect), false);
  }

  private static Ruling accepted(List<JobEvent> effects, boolean done) {
    return new Ruling(Optional.empty(), "", effects, done, Optional.empty());
  }

  /** The same, with a promise. */
  Ruling by(Optional<Instant> promise) {
    return new Ruling(refusal, detail, effects, done, promise);
  }
}
