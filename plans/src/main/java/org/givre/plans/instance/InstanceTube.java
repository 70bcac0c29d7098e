package org.givre.plans.instance;

/**
 * A tube that some request may name.
 *
 * @param level 1 is the top box
 * @param budgetSeconds weighted seconds that it may still get in all
 */
public record InstanceTube(int id, int rack, int level, double budgetSeconds) {
  /** The budget of a tube that has none: so large that nothing uses it up. */
  public static final double UNLIMITED_SECONDS = 1e18;
}
