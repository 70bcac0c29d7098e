package org.givre.orchestrator.campaign;

import java.util.OptionalDouble;

/**
 * One kill and what it hit.
 *
 * @param underway the request that waits for its answer: method and path; empty if none does
 * @param readySeconds from the start of the process until it served; absent if it never did
 * @param motionSeconds from the start of the process until a robot was seen to move; absent if none
 *     was
 * @param aliveSeconds from the start of the process to the kill
 */
record Kill(
    int round,
    Kind kind,
    Truth truth,
    String underway,
    OptionalDouble readySeconds,
    OptionalDouble motionSeconds,
    double aliveSeconds) {
  boolean inMotion() {
    return truth.inMotion();
  }

  boolean inPutBack() {
    return truth.inPutBack();
  }

  boolean inImport() {
    return underway.contains("inventory:import");
  }

  boolean inSubmission() {
    return underway.equals("POST /v1/jobs");
  }

  boolean inCommand() {
    return underway.endsWith("/actions");
  }

  boolean inRecovery() {
    return readySeconds.isEmpty();
  }
}
