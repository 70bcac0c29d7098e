package org.givre.plans.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.givre.plans.exposure.LiftMotion.Dwell;
import org.givre.plans.exposure.LiftMotion.Eject;
import org.givre.plans.exposure.LiftMotion.Insert;
import org.givre.plans.exposure.LiftMotion.Move;
import org.givre.plans.exposure.LiftMotion.PickTube;
import org.givre.plans.exposure.LiftMotion.PlaceTube;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Seconds per level 0.6, settle 1, pick 5, eject and insert 4 unless a test says otherwise. */
class LiftExposureTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final double TAU = 0.6;

  private final LiftEnvironment environment = new LiftEnvironment(4, 2, 0.1);

  private LiftExposure of(LiftMotion... motions) {
    return LiftExposure.of(environment, List.of(motions));
  }

  private static List<LiftMotion> parked(int level, int picks) {
    var motions =
        new ArrayList<LiftMotion>(
            List.of(
                new Move(0, level, level * TAU),
                new Dwell(1),
                new Eject(level, 4),
                new Move(level, 0, level * TAU)));
    for (int pick = 0; pick < picks; pick++) {
      motions.add(new PickTube(level, pick, 5));
    }
    motions.add(new Move(0, level, level * TAU));
    motions.add(new Dwell(1));
    motions.add(new Insert(level, 4));
    motions.add(new Move(level, 0, level * TAU));
    return motions;
  }

  @Nested
  class Hold {
    private final LiftExposure lift =
        of(
            new Move(0, 1, 0.6),
            new Dwell(1),
            new PickTube(1, 0, 5),
            new PickTube(1, 1, 5),
            new Move(1, 3, 1.2),
            new Dwell(1),
            new PickTube(3, 2, 5),
            new Move(3, 0, 1.8));

    @Test
    void countsABoxWhileTheRackIsAboveIt() {
      assertThat(lift.outSeconds(1)).isEqualTo((1.2 + 1 + 10) + 1.2 + (1.2 + 1 + 5), EXACT);
      assertThat(lift.outSeconds(2)).isEqualTo(1.2 + (1.2 + 1 + 5), EXACT);
      assertThat(lift.outSeconds(3)).isEqualTo(1.2 + 1 + 5, EXACT);
      assertThat(lift.outSeconds(4)).isZero();
      assertThat(lift.longestOutSeconds()).isEqualTo(lift.outSeconds(1));
    }

    @Test
    void weighsSecondsByTheWorkArea() {
      assertThat(lift.weightedSeconds(2)).isEqualTo(2 * 8.4, EXACT);
    }

    @Test
    void countsAPickedTubeUntilItsPickStarts() {
      assertThat(lift.pickedSeconds(0)).isEqualTo(0.6 + 1, EXACT);
      assertThat(lift.pickedSeconds(1)).isEqualTo(0.6 + 1 + 5, EXACT);
      assertThat(lift.pickedWeightedSeconds(2)).isEqualTo(2 * (0.6 + 1), EXACT);
    }

    @Test
    void knowsWhenPicksStart() {
      assertThat(lift.pickStartSeconds(0)).isEqualTo(1.6, EXACT);
      assertThat(lift.pickStartSeconds(2)).isEqualTo(0.6 + 1 + 10 + 1.2 + 1, EXACT);
    }
  }

  @Nested
  class AnyOrder {
    @Test
    void chargesADeepBoxAgainWhenTheRackComesBackToIt() {
      var lift =
          of(
              new Move(0, 2, 1.2),
              new PickTube(2, 0, 5),
              new Move(2, 1, 0.6),
              new PickTube(1, 1, 5),
              new Move(1, 2, 0.6),
              new PickTube(2, 2, 5),
              new Move(2, 0, 1.2));

      assertThat(lift.outSeconds(2)).isEqualTo(4 * 0.6 + 10, EXACT);
      assertThat(lift.pickedSeconds(2)).isEqualTo(3 * 0.6 + 5, EXACT);
      assertThat(lift.outSeconds(1)).isEqualTo(2 * 1.2 + 2 * 0.6 + 15, EXACT);
    }

    @Test
    void takesMovesAtWhateverSpeedTheyHad() {
      var lift = of(new Move(0, 2, 10), new Dwell(1), new Move(2, 0, 4));

      assertThat(lift.outSeconds(1)).isEqualTo(15, EXACT);
      assertThat(lift.outSeconds(2)).isEqualTo(5 + 1 + 2, EXACT);
    }

    @Test
    void takesHeightsBetweenLevels() {
      var lift = of(new Move(0, 1.5, 3), new Dwell(7), new Move(1.5, 0, 3));

      assertThat(lift.outSeconds(1)).isEqualTo(13, EXACT);
      assertThat(lift.outSeconds(2)).isEqualTo(1 + 7 + 1, EXACT);
    }

    @Test
    void doesNotTakeABoxForOutWhichOnlyRoundingLifts() {
      var lift = of(new Move(0, 1.0000000001, 1), new Dwell(100));

      assertThat(lift.outSeconds(2)).isEqualTo(0, within(1e-6));
    }

    @Test
    void countsAMoveThatGoesNowhereAsAStay() {
      assertThat(of(new Move(0, 2, 2), new Move(2, 2, 5)).outSeconds(2)).isEqualTo(6, EXACT);
    }
  }

  @Nested
  class Park {
    private final LiftExposure lift = LiftExposure.of(environment, parked(3, 4));

    @Test
    void countsBothStrokesForTheBoxesAbove() {
      assertThat(lift.outSeconds(1)).isEqualTo(4 * 3 * TAU + 2 + 4 + 4, EXACT);
      assertThat(lift.outSeconds(2)).isEqualTo(4 * 2 * TAU + 2 + 4 + 4, EXACT);
      assertThat(lift.weightedSeconds(2)).isEqualTo(2 * 14.8, EXACT);
    }

    @Test
    void countsTheParkedBoxFromLeavingUntilBack() {
      assertThat(lift.outSeconds(3)).isEqualTo((2 * 3 + 2) * TAU + 2 + 4 + 4 + 4 * 5, EXACT);
      assertThat(lift.outside(3).workAreaSeconds()).isEqualTo(2 * TAU + 1 + 4 + 4, EXACT);
      assertThat(lift.outside(3).chamberSeconds()).isEqualTo(2 * 3 * TAU + 1 + 20, EXACT);
      assertThat(lift.weightedSeconds(3))
          .isEqualTo(2 * (2 * TAU + 9) + 0.1 * (6 * TAU + 21), EXACT);
    }

    @Test
    void leavesTheBoxesBelowInside() {
      assertThat(lift.outSeconds(4)).isZero();
    }

    @Test
    void countsPickedTubesInTheChamber() {
      assertThat(lift.pickedWeightedSeconds(0)).isEqualTo(2 * (0.6 + 1 + 4) + 0.1 * 1.8, EXACT);
      assertThat(lift.pickedWeightedSeconds(3)).isEqualTo(2 * 5.6 + 0.1 * (1.8 + 15), EXACT);
      assertThat(lift.pickStartSeconds(3)).isEqualTo(2 * 1.8 + 1 + 4 + 15, EXACT);
    }
  }

  @Nested
  class Place {
    private final LiftExposure lift =
        of(
            new Move(0, 1, 0.6),
            new Dwell(1),
            new PlaceTube(1, 0, 4),
            new PlaceTube(1, 1, 4),
            new Move(1, 2, 0.6),
            new Dwell(1),
            new PlaceTube(2, 2, 4),
            new Move(2, 0, 1.2));

    @Test
    void countsAPlacedTubeFromTheEndOfItsPlacing() {
      assertThat(lift.placed(0).seconds()).isEqualTo(4 + 0.6 + 1 + 4 + 1.2, EXACT);
      assertThat(lift.placedWeightedSeconds(2)).isEqualTo(2 * 0.6, EXACT);
      assertThat(lift.placeStartSeconds(1)).isEqualTo(5.6, EXACT);
    }

    @Test
    void countsTheBoxThroughout() {
      assertThat(lift.outSeconds(1)).isEqualTo(0.6 + 1 + 8 + 0.6 + 1 + 4 + 1.2, EXACT);
    }
  }

  @Nested
  class CutShort {
    @Test
    void countsWhatHappenedUntilThen() {
      for (int cut = 0; cut <= parked(2, 3).size(); cut++) {
        var motions = parked(2, 3).subList(0, cut);
        var lift = LiftExposure.of(environment, motions);
        var seconds = motions.stream().mapToDouble(LiftMotion::seconds).sum();

        assertThat(lift.outSeconds(1)).isLessThanOrEqualTo(seconds);
        assertThat(lift.outSeconds(2)).isLessThanOrEqualTo(seconds);
      }
    }

    @Test
    void keepsABoxThatWasNotTakenBackInTheChamber() {
      var motions = new ArrayList<>(parked(2, 1).subList(0, 5));
      motions.add(new Dwell(1000));

      assertThat(LiftExposure.of(environment, motions).outside(2).chamberSeconds())
          .isEqualTo(1.2 + 5 + 1000, EXACT);
    }

    @Test
    void knowsOnlyThePicksThatHappened() {
      var lift = LiftExposure.of(environment, parked(2, 3).subList(0, 5));

      assertThat(lift.pickedSeconds(0)).isPositive();
      assertThatThrownBy(() -> lift.pickedSeconds(1))
          .hasMessage("The motions have the picks [0]; pick 1 was asked for");
    }
  }

  @Nested
  class Refuse {
    @Test
    void refusesLevelsThatTheRackDoesNotHave() {
      assertThatThrownBy(() -> of(new Eject(5, 4))).hasMessageContaining("levels 1 to 4");
      assertThatThrownBy(() -> of(new PickTube(0, 0, 5))).hasMessageContaining("names level 0");
      assertThatThrownBy(() -> of().outSeconds(5)).hasMessageContaining("level 5 was asked");
    }

    @Test
    void refusesAPickThatComesTwice() {
      assertThatThrownBy(() -> of(new PickTube(1, 0, 5), new PickTube(1, 0, 5)))
          .hasMessageContaining("number 0 came twice");
    }

    @Test
    void refusesATimeThatIsNone() {
      assertThatThrownBy(() -> of(new Dwell(-1))).hasMessageContaining("at least 0 s");
      assertThatThrownBy(() -> of(new Dwell(Double.NaN))).hasMessageContaining("at least 0 s");
    }
  }
}
