package org.givre.orchestrator.view;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One line of a tube's exposure ledger.
 *
 * @param offset of the event that it follows from
 * @param from of a lift: when the rack was gripped
 * @param to of a lift: when the rack was released
 * @param seconds that the tube spent there; at most {@code to - from}
 * @param weightedSeconds the same, times the weight of the surroundings
 * @param peakCelsius the warmest that the tube may have got; empty where nothing is computed
 */
public record ExposureInterval(
    long offset,
    Instant from,
    Instant to,
    Role as,
    Surroundings surroundings,
    double seconds,
    double weightedSeconds,
    OptionalDouble peakCelsius) {

  /** Whether the tube itself was wanted. */
  public enum Role {
    TARGET,
    BYSTANDER
  }

  /** Where it was. */
  public enum Surroundings {
    /** In its rack, above the dewar or beside it. */
    RACK,
    GRIPPER,
    CARRIER,
    PORT
  }

  /** Weight of a second, on average. */
  public double weight() {
    return seconds == 0 ? 0 : weightedSeconds / seconds;
  }
}
