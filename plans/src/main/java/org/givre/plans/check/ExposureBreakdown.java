package org.givre.plans.check;

/**
 * Where warm exposure comes from, in weighted tube-seconds.
 *
 * @param rackBystanderTs tubes in racks that no request names
 * @param rackCandidateTs tubes in racks that some request may name, until their pick
 * @param transferTs tubes in the gripper
 * @param carrierTs tubes in carriers
 * @param portTs tubes while they are unloaded
 */
public record ExposureBreakdown(
    double rackBystanderTs,
    double rackCandidateTs,
    double transferTs,
    double carrierTs,
    double portTs) {
  /** No exposure at all. */
  public static final ExposureBreakdown NONE = new ExposureBreakdown(0, 0, 0, 0, 0);

  /** The sum: what a planner minimises. */
  public double totalTs() {
    return rackBystanderTs + rackCandidateTs + transferTs + carrierTs + portTs;
  }

  /** Both together. */
  public ExposureBreakdown plus(ExposureBreakdown other) {
    return new ExposureBreakdown(
        rackBystanderTs + other.rackBystanderTs,
        rackCandidateTs + other.rackCandidateTs,
        transferTs + other.transferTs,
        carrierTs + other.carrierTs,
        portTs + other.portTs);
  }

  static ExposureBreakdown rack(double bystanderTs, double candidateTs) {
    return new ExposureBreakdown(bystanderTs, candidateTs, 0, 0, 0);
  }
}
