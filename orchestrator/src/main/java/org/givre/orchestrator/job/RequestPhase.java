package org.givre.orchestrator.job;

/** Where a request stands. */
public enum RequestPhase {
  /** No tube is chosen yet. */
  PENDING,
  /** A tube is set aside for it. */
  RESERVED,
  /** The lift that will pick it is under way. */
  PICKING,
  /** Its tube is in a carrier. */
  IN_TRANSIT,
  DELIVERED,
  NOT_FOUND,
  MISMATCH;

  /** Whether nothing will change any more. */
  public boolean terminal() {
    return compareTo(DELIVERED) >= 0;
  }
}
