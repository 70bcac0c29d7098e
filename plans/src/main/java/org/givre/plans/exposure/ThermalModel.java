package org.givre.plans.exposure;

/**
 * How warm a tube gets, from how long it was outside. One lumped heat capacity per object ({@link
 * Surroundings}), and conservative: what a box spends in the chamber counts before what it spends
 * in the work area, nothing re-cools during a lift, and every tube of a box warms like one in its
 * corner, the fastest.
 *
 * <p>No published time-temperature curve of a 2 mL box in a cold work area is known to us. The
 * default time constants are computed from first principles (natural convection after Churchill and
 * Chu, radiation with emissivity 0.9, wall 200 W/m2K, heat capacities of ice and polypropylene),
 * matched to the crossing from -180 to -135 C; their uncertainty is 25 %. They do not hold for
 * tubes warmer than -80 C. What a site measures replaces them: every number is a parameter.
 *
 * @param holdCelsius where a lift starts: inside the closed dewar
 * @param box a box in its rack in the work area, corner tube
 * @param chamber the same box in the cold chamber
 * @param gripper a single tube in the work area
 */
public record ThermalModel(
    double holdCelsius, Surroundings box, Surroundings chamber, Surroundings gripper) {
  /** Assumption: the cold chamber is as cold as the neck of a dewar. */
  public static final double CHAMBER_CELSIUS = -150;

  /** Where the time constants below were computed. */
  private static final double[] WORK_AREA_CELSIUS = {-100, -80, -20, 22};

  /** Corner tube of a 10 x 10 box of 2 mL vials in its rack (reference model, section 2.2). */
  private static final double[] BOX_CORNER_SECONDS = {325, 296, 266, 258};

  /** 2 mL vial filled with 1 mL, alone in the gripper (reference model, section 2.2). */
  private static final double[] SINGLE_TUBE_SECONDS = {108, 100, 87, 81};

  /**
   * The model with default time constants for boxes of 2 mL vials. Below -100 C those of -100 C are
   * used, which warm faster.
   */
  public static ThermalModel of(double holdCelsius, double workAreaCelsius) {
    return new ThermalModel(
        holdCelsius,
        new Surroundings(workAreaCelsius, at(workAreaCelsius, BOX_CORNER_SECONDS)),
        new Surroundings(CHAMBER_CELSIUS, at(CHAMBER_CELSIUS, BOX_CORNER_SECONDS)),
        new Surroundings(workAreaCelsius, at(workAreaCelsius, SINGLE_TUBE_SECONDS)));
  }

  /** The warmest that a tube gets while its box is outside, in degrees Celsius. */
  public double peakCelsius(TimeOutside inBox) {
    var afterChamber =
        Math.max(holdCelsius, chamber.celsiusAfter(holdCelsius, inBox.chamberSeconds()));
    return Math.max(afterChamber, box.celsiusAfter(afterChamber, inBox.workAreaSeconds()));
  }

  /**
   * The warmest that a tube gets which is out in its box first and then alone in the gripper for
   * {@code gripperSeconds}, in degrees Celsius.
   */
  public double peakCelsius(TimeOutside inBox, double gripperSeconds) {
    var inGripper = peakCelsius(inBox);
    return Math.max(inGripper, gripper.celsiusAfter(inGripper, gripperSeconds));
  }

  /** Linear between the tabulated temperatures, constant beyond them. */
  private static double at(double celsius, double[] seconds) {
    for (int i = 1; i < WORK_AREA_CELSIUS.length; i++) {
      if (celsius <= WORK_AREA_CELSIUS[i]) {
        var width = WORK_AREA_CELSIUS[i] - WORK_AREA_CELSIUS[i - 1];
        var share = Math.max(0, (celsius - WORK_AREA_CELSIUS[i - 1]) / width);
        return seconds[i - 1] + share * (seconds[i] - seconds[i - 1]);
      }
    }
    return seconds[seconds.length - 1];
  }
}
