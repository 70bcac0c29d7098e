package org.givre.plans.exposure;

/**
 * Constant surroundings and how fast something takes on their temperature: one lumped heat
 * capacity, dT/dt = (surroundings - T) / tau (Newton's law; section "L0" of the thermal reference
 * model).
 *
 * @param celsius of the surroundings
 * @param timeConstantSeconds tau, for this object in these surroundings
 */
public record Surroundings(double celsius, double timeConstantSeconds) {
  public Surroundings {
    if (!Double.isFinite(celsius) || !(timeConstantSeconds > 0)) {
      throw new IllegalArgumentException(
          "Surroundings need a temperature and a time constant above 0 s; found %s C and %s s"
              .formatted(celsius, timeConstantSeconds));
    }
  }

  /** Temperature after {@code seconds}: surroundings + (start - surroundings) e^(-t / tau). */
  public double celsiusAfter(double startCelsius, double seconds) {
    return celsius + (startCelsius - celsius) * Math.exp(-seconds / timeConstantSeconds);
  }

  /**
   * Seconds until {@code threshold} is reached: tau ln((surroundings - start) / (surroundings -
   * threshold)). Zero when it starts there, infinite when it never gets there.
   */
  public double secondsTo(double startCelsius, double thresholdCelsius) {
    if (startCelsius == thresholdCelsius) {
      return 0;
    }
    var ratio = (celsius - startCelsius) / (celsius - thresholdCelsius);
    return ratio > 1 && Double.isFinite(ratio)
        ? timeConstantSeconds * Math.log(ratio)
        : Double.POSITIVE_INFINITY;
  }

  /** How long of the first {@code seconds} it is warmer than {@code threshold}. */
  public double secondsAbove(double startCelsius, double seconds, double thresholdCelsius) {
    var crossing = Math.min(seconds, secondsTo(startCelsius, thresholdCelsius));
    if (startCelsius > thresholdCelsius) {
      return crossing;
    }
    return celsius > thresholdCelsius ? seconds - crossing : 0;
  }

  /**
   * Degree-seconds above {@code threshold} in the first {@code seconds}: the integral of max(0, T -
   * threshold), in K s.
   */
  public double degreeSecondsAbove(double startCelsius, double seconds, double thresholdCelsius) {
    var above = secondsAbove(startCelsius, seconds, thresholdCelsius);
    var startAbove = Math.max(startCelsius, thresholdCelsius);
    var settled = 1 - Math.exp(-above / timeConstantSeconds);
    return (celsius - thresholdCelsius) * above
        - timeConstantSeconds * (celsius - startAbove) * settled;
  }
}
