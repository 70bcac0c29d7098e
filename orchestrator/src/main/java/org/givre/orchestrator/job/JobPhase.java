package org.givre.orchestrator.job;

/** Where a job stands. */
public enum JobPhase {
  /** Accepted and held: waits for a release. */
  ACCEPTED,
  /** Waits for a plan. */
  QUEUED,
  /** Has a place in the adopted plan; nothing of that has begun yet. */
  PLANNED,
  /** A robot has begun. */
  RUNNING,
  /** An operator wants it to pause; what is under way for it is brought to its end. */
  PAUSING,
  /** Nothing of it is out of the cold, and nothing is under way for it. */
  PAUSED,
  /** Everything of it is brought back to the cold. */
  CANCELLING,
  COMPLETED,
  COMPLETED_WITH_EXCEPTIONS,
  FAILED,
  EXPIRED,
  CANCELLED;

  /** Whether nothing will change any more. */
  public boolean terminal() {
    return compareTo(COMPLETED) >= 0;
  }
}
