package org.givre.plans.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.givre.plans.check.Problem.lift;
import static org.givre.plans.check.Problem.lift0;
import static org.givre.plans.check.Problem.park1;
import static org.givre.plans.check.Problem.unload;

import org.assertj.core.data.Offset;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The numbers of the exchange format's worked example, to 1e-6. */
class WorkedExampleTest {
  private static final Offset<Double> EXACT = within(1e-6);

  private final Verdict byHand = new Problem().judge(lift0(3.5), park1(15.7), unload(52, 2, 3, 0));

  @Nested
  class ByHand {
    @Test
    void isValid() {
      assertThat(byHand.violations()).isEmpty();
      assertThat(byHand.isValid()).isTrue();
    }

    @Test
    void hasTheExposureOfTheText() {
      var exposure = byHand.exposure();

      assertThat(exposure.rackBystanderTs()).isEqualTo(2180.32, EXACT);
      assertThat(exposure.rackCandidateTs()).isEqualTo(13.54, EXACT);
      assertThat(exposure.transferTs()).isEqualTo(15, EXACT);
      assertThat(exposure.carrierTs()).isEqualTo(1.75, EXACT);
      assertThat(exposure.portTs()).isEqualTo(1.2, EXACT);
      assertThat(exposure.totalTs()).isEqualTo(2211.81, EXACT);
    }

    @Test
    void hasTheTimesOfTheText() {
      assertThat(byHand.makespanSeconds()).isEqualTo(61, EXACT);
      assertThat(byHand.weightedTardinessSeconds()).isEqualTo(2, EXACT);
      assertThat(byHand.compositeTs()).isEqualTo(8331.81, EXACT);
      assertThat(byHand.ops()).extracting(OpEvaluation::op).containsExactly(0, 1, 2);
      assertThat(byHand.ops().get(0).endSeconds()).isEqualTo(15.7, EXACT);
      assertThat(byHand.ops().get(1).endSeconds()).isEqualTo(47.1, EXACT);
      assertThat(byHand.ops().get(2).endSeconds()).isEqualTo(61, EXACT);
    }

    @Test
    void splitsTheExposureByOperation() {
      assertThat(byHand.ops().get(0).exposure().totalTs()).isEqualTo(59 * 7.2 + 1.6 + 5, EXACT);
      assertThat(byHand.ops().get(1).exposure().totalTs())
          .isEqualTo(50 * 14.8 + 88 * 11.54 + 5.72 + 6.22 + 10, EXACT);
      assertThat(byHand.ops().get(2).exposure().totalTs()).isEqualTo(1.75 + 1.2, EXACT);
    }

    @Test
    void splitsTheExposureByTube() {
      assertThat(byHand.tubeWeightedSeconds()).containsOnlyKeys(0, 2, 3);
      assertThat(byHand.tubeWeightedSeconds().get(0)).isEqualTo(1.6 + 5 + 0.02 * 45.9 + 0.4, EXACT);
      assertThat(byHand.tubeWeightedSeconds().get(2))
          .isEqualTo(5.72 + 5 + 0.02 * 22.3 + 0.4, EXACT);
      assertThat(byHand.tubeWeightedSeconds().get(3))
          .isEqualTo(6.22 + 5 + 0.02 * 19.3 + 0.4, EXACT);
    }

    @Test
    void knowsWhenWhatIsDelivered() {
      assertThat(byHand.requestDeliveredSeconds())
          .containsExactly(entry(0, 61.0), entry(1, 57.0), entry(2, 59.0));
      assertThat(byHand.jobDeliveredSeconds()).containsExactly(entry(0, 61.0));
    }
  }

  @Test
  void doesNotDependOnTheOrderOfTheList() {
    var shuffled = new Problem().judge(unload(52, 2, 3, 0), lift0(3.5), park1(15.7));

    assertThat(shuffled.isValid()).isTrue();
    assertThat(shuffled.compositeTs()).isEqualTo(byHand.compositeTs());
    assertThat(shuffled.ops().get(0).endSeconds()).isEqualTo(61, EXACT);
  }

  @Test
  void firstComeFirstServedComesToWhatTheTextSays() {
    var verdict =
        new Problem()
            .judge(
                lift0(3.5),
                lift(0, 30.1, 0, LiftMode.HOLD, new Pick(1, 1)),
                lift(0, 44.7, 1, LiftMode.HOLD, new Pick(2, 3)),
                unload(63.7, 0, 1, 3));

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.exposure().totalTs()).isEqualTo(3459.712, EXACT);
  }

  @Test
  void oneLiftPerRackComesToWhatTheTextSays() {
    var verdict =
        new Problem()
            .judge(
                lift(0, 3.5, 0, LiftMode.HOLD, new Pick(0, 0), new Pick(1, 1)),
                lift(0, 24.1, 1, LiftMode.HOLD, new Pick(2, 3)),
                unload(43.1, 0, 1, 3));

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.exposure().totalTs()).isEqualTo(3388.5, EXACT);
  }
}
