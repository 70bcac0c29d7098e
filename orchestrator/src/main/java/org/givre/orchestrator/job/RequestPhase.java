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
  MISMATCH,
  /** Its tube was picked and stands in a rack again: the job was cancelled, or it was skipped. */
  RETURNED,
  /** An operator did not want it any more, and nothing had been picked for it. */
  SKIPPED,
  /** Nothing had been picked for it when its job was cancelled. */
  CANCELLED;

  /** Whether nothing will change any more. */
  public boolean terminal() {
    return compareTo(DELIVERED) >= 0;
  }

  /** Whether it could not be served. */
  public boolean failed() {
    return this == NOT_FOUND || this == MISMATCH;
  }

  /** Whether nobody wanted it any more, as an operator said. */
  public boolean skipped() {
    return this == RETURNED || this == SKIPPED;
  }

  /** Whether an operator may ask for it once more, after it was over. */
  boolean repeatable() {
    return failed() || skipped();
  }
}
