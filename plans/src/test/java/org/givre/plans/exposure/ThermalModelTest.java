package org.givre.plans.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThermalModelTest {
  private final ThermalModel model = ThermalModel.of(-180, -100);

  @Test
  void startsAtTheHoldTemperature() {
    assertThat(model.peakCelsius(TimeOutside.NONE)).isEqualTo(-180);
  }

  @Test
  void warmsABoxLikeItsCornerTube() {
    assertThat(model.peakCelsius(new TimeOutside(30, 0)))
        .isEqualTo(-100 - 80 * Math.exp(-30 / 325.0), within(1e-9));
  }

  @Test
  void warmsAPickedTubeFasterOnceItIsAlone() {
    var inBox = -100 - 80 * Math.exp(-30 / 325.0);

    assertThat(model.peakCelsius(new TimeOutside(30, 0), 5))
        .isEqualTo(-100 + (inBox + 100) * Math.exp(-5 / 108.0), within(1e-9));
  }

  @Test
  void barelyWarmsWhatIsParked() {
    var parked = model.peakCelsius(new TimeOutside(10, 60));

    assertThat(parked).isGreaterThan(model.peakCelsius(new TimeOutside(10, 0)));
    assertThat(parked).isLessThan(model.peakCelsius(new TimeOutside(70, 0)));
  }

  @ParameterizedTest
  @CsvSource({"-120,325", "-100,325", "-90,310.5", "-80,296", "-50,281", "22,258", "40,258"})
  void takesTheTimeConstantFromTheTable(double workAreaCelsius, double seconds) {
    assertThat(ThermalModel.of(-180, workAreaCelsius).box().timeConstantSeconds())
        .isEqualTo(seconds, within(1e-9));
  }

  @Test
  void isWarmerInAWarmerWorkArea() {
    for (double celsius = -170; celsius < 30; celsius += 5) {
      var outside = new TimeOutside(60, 20);
      assertThat(ThermalModel.of(-180, celsius + 5).peakCelsius(outside, 5))
          .isGreaterThan(ThermalModel.of(-180, celsius).peakCelsius(outside, 5));
    }
  }

  @Test
  void neverPeaksBelowWhereItWas() {
    assertThat(ThermalModel.of(-160, -190).peakCelsius(new TimeOutside(600, 0), 60))
        .isEqualTo(-160);
  }
}
