package org.givre.orchestrator.job;

/** Where a job stands. */
public enum JobPhase {
  /** Accepted and held: waits for a release. */
  ACCEPTED,
  /** Waits for a plan. */
  QUEUED,
  /** Has a place in the adopted plan; nothing has moved yet. */
  PLANNED,
  /** A robot has begun. */
  RUNNING,
  COMPLETED,
  COMPLETED_WITH_EXCEPTIONS,
  FAILED,
  EXPIRED;

  /** Whether nothing will change any more. */
  public boolean terminal() {
    return compareTo(COMPLETED) >= 0;
  }
}
