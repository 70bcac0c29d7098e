package org.givre.plans.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
  private static final Offset<Double> PRINTED = within(0.0005);

  @ParameterizedTest
  @CsvSource({
    "-180,  22,  85,  30, -135, -119.929,  8.578,  65.73",
    "-180, -20,  90,  60, -135, -102.147, 30.278, 525.21",
    "-180,-100, 108, 120, -135, -126.335, 30.719, 139.38",
    "-130,-185, 155, 600, -135, -183.854, 14.773,  36.35",
    " -80,  22, 165,  60,  -65,  -48.905, 33.754, 280.90"
  })
  void agreesWithTheRegressionVectors(
      double start,
      double celsius,
      double tau,
      double seconds,
      double threshold,
      double end,
      double above,
      double degreeSeconds) {
    var surroundings = new Surroundings(celsius, tau);

    assertThat(surroundings.celsiusAfter(start, seconds)).isEqualTo(end, PRINTED);
    assertThat(surroundings.secondsAbove(start, seconds, threshold)).isEqualTo(above, PRINTED);
    assertThat(surroundings.degreeSecondsAbove(start, seconds, threshold))
        .isEqualTo(degreeSeconds, within(0.005));
  }

  /** V1: five millilitres of cord blood, measured 176 s to -120 C. */
  @Test
  void predictsTheMeasuredCordBloodUnitWithinTenPercent() {
    var air = new Surroundings(22, 396);

    assertThat(air.secondsTo(-196, -135)).isEqualTo(130, within(0.5));
    assertThat(air.secondsTo(-196, -120)).isEqualTo(170, within(0.5)).isBetween(158.4, 193.6);
  }

  /** V2 and V3: handling rules for straws, not measurements. */
  @Test
  void agreesWithTheHandlingRulesForStraws() {
    var half = new Surroundings(22, 29).secondsTo(-196, -130);
    var quarter = new Surroundings(25, 18).secondsTo(-196, -130);

    assertThat(half).isEqualTo(10.5, within(0.1)).isBetween(8.0, 16.0);
    assertThat(quarter).isEqualTo(6.3, within(0.1)).isBetween(4.0, 10.0).isLessThan(half);
  }

  @Test
  void neverReachesWhatLiesBeyondTheSurroundings() {
    var cold = new Surroundings(-150, 100);

    assertThat(cold.secondsTo(-180, -135)).isInfinite();
    assertThat(cold.secondsTo(-180, -150)).isInfinite();
    assertThat(cold.secondsTo(-180, -190)).isInfinite();
    assertThat(cold.secondsTo(-180, -180)).isZero();
    assertThat(cold.degreeSecondsAbove(-180, 1e4, -135)).isZero();
  }

  @Test
  void countsTheWholeTimeWhenItStartsAtOrAboveTheThresholdAndWarms() {
    var air = new Surroundings(22, 100);

    assertThat(air.secondsAbove(-135, 50, -135)).isEqualTo(50);
    assertThat(air.secondsAbove(-120, 50, -135)).isEqualTo(50);
    assertThat(air.degreeSecondsAbove(-120, 50, -135))
        .isEqualTo(157 * 50 - 100 * 142 * (1 - Math.exp(-0.5)), within(1e-9));
  }

  @Test
  void countsNothingWhenItStartsAtTheThresholdAndCools() {
    assertThat(new Surroundings(-185, 100).secondsAbove(-135, 50, -135)).isZero();
  }

  @Test
  void refusesATimeConstantThatIsNone() {
    assertThatThrownBy(() -> new Surroundings(22, 0)).hasMessageContaining("0.0 s");
  }
}
