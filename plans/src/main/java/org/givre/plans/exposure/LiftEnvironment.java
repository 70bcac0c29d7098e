package org.givre.plans.exposure;

/**
 * What surrounds a rack that is lifted.
 *
 * @param levels number of boxes; level 1 is the top one
 * @param liftWeight weight of a second in the work area above the dewar
 * @param chamberWeight weight of a second in the cold chamber, absolute; of no account where no box
 *     is ejected
 */
public record LiftEnvironment(int levels, double liftWeight, double chamberWeight) {
  public LiftEnvironment {
    if (levels < 0 || !(liftWeight >= 0) || !(chamberWeight >= 0)) {
      throw new IllegalArgumentException(
          "A lift needs levels and weights of at least 0; found %d, %s and %s"
              .formatted(levels, liftWeight, chamberWeight));
    }
  }
}
