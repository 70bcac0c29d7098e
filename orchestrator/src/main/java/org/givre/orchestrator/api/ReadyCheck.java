package org.givre.orchestrator.api;

import java.util.Optional;

/** Something that must be in order before the engine can serve. */
public interface ReadyCheck {
  /** What is looked at, such as {@code journal}. */
  String name();

  /** What is wrong with it, in words; empty when it is in order. Must not block. */
  Optional<String> trouble();
}
