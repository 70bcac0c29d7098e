package org.givre.orchestrator.view;

/** How well a tube's position is known. */
public enum Confidence {
  /** A device has reported it. */
  CONFIRMED,
  /** Someone said so: an import. */
  ASSUMED,
  /** A device has found otherwise. */
  UNVERIFIED
}
