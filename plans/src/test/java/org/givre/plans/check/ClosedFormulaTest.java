package org.givre.plans.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.givre.plans.exposure.LiftEnvironment;
import org.givre.plans.exposure.LiftExposure;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Timing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Motions spelled out and integrated against the closed formulas of the exchange format. */
class ClosedFormulaTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final int LEVELS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void holdLiftsInRisingOrderAgree(long seed) {
    var chance = new Random(seed);
    var timing = timing(chance);
    var dewar = dewar(chance);
    var levels = new ArrayList<Integer>();
    for (int pick = 0; pick <= chance.nextInt(12); pick++) {
      levels.add(1 + chance.nextInt(LEVELS));
    }
    Collections.sort(levels);
    var lift = LiftExposure.of(environment(dewar), OpMotions.hold(timing, dewar, levels));

    var deepest = Collections.max(levels);
    for (int box = 1; box <= LEVELS; box++) {
      double out = 0;
      for (int level = box; level <= deepest; level++) {
        var picks = Collections.frequency(levels, level);
        out += 2 * dewar.secondsPerLevel() + (picks > 0 ? timing.settleSeconds() : 0);
        out += timing.pickSeconds() * picks;
      }
      assertThat(lift.outSeconds(box)).as("seed %s box %s", seed, box).isEqualTo(out, EXACT);
      assertThat(lift.weightedSeconds(box)).isEqualTo(dewar.liftWeight() * out, EXACT);
    }
    for (int pick = 0; pick < levels.size(); pick++) {
      var earlier = pick - levels.indexOf(levels.get(pick));
      assertThat(lift.pickedWeightedSeconds(pick))
          .as("seed %s pick %s", seed, pick)
          .isEqualTo(
              dewar.liftWeight()
                  * (dewar.secondsPerLevel()
                      + timing.settleSeconds()
                      + earlier * timing.pickSeconds()),
              EXACT);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void parkLiftsAgree(long seed) {
    var chance = new Random(seed);
    var timing = timing(chance);
    var dewar = dewar(chance);
    var park = dewar.park().orElseThrow();
    int level = 1 + chance.nextInt(LEVELS);
    int picks = 1 + chance.nextInt(9);
    var motions = OpMotions.park(timing, dewar, park, Collections.nCopies(picks, level));
    var lift = LiftExposure.of(environment(dewar), motions);

    var tau = dewar.secondsPerLevel();
    var sigma = timing.settleSeconds();
    var exchange = park.ejectSeconds() + park.insertSeconds();
    for (int box = 1; box < level; box++) {
      assertThat(lift.outSeconds(box))
          .as("seed %s box %s", seed, box)
          .isEqualTo(4 * (level - box + 1) * tau + 2 * sigma + exchange, EXACT);
    }
    assertThat(lift.outSeconds(level))
        .as("seed %s", seed)
        .isEqualTo(
            (2 * level + 2) * tau + 2 * sigma + exchange + picks * timing.pickSeconds(), EXACT);
    assertThat(lift.weightedSeconds(level))
        .isEqualTo(
            dewar.liftWeight() * (2 * tau + sigma + exchange)
                + park.chamberWeight() * (2 * level * tau + sigma + picks * timing.pickSeconds()),
            EXACT);
    for (int box = level + 1; box <= LEVELS; box++) {
      assertThat(lift.outSeconds(box)).isZero();
    }
    for (int k = 1; k <= picks; k++) {
      assertThat(lift.pickedWeightedSeconds(k - 1))
          .isEqualTo(
              dewar.liftWeight() * (tau + sigma + park.ejectSeconds())
                  + park.chamberWeight() * (level * tau + (k - 1) * timing.pickSeconds()),
              EXACT);
      assertThat(lift.pickStartSeconds(k - 1) + timing.pickSeconds())
          .isEqualTo(
              2 * level * tau + sigma + park.ejectSeconds() + k * timing.pickSeconds(), EXACT);
    }
  }

  private static Timing timing(Random chance) {
    return new Timing(
        3, 2, chance.nextDouble(3), 1 + chance.nextDouble(9), 3, 2, 2, chance.nextDouble(5));
  }

  private static InstanceDewar dewar(Random chance) {
    var park = new Park(chance.nextDouble(8), chance.nextDouble(8), chance.nextDouble(0.5));
    return new InstanceDewar(
        0,
        0,
        0,
        0.1 + chance.nextDouble(2),
        0.03 + chance.nextDouble(0.1),
        0.05 + chance.nextDouble(0.2),
        12,
        0,
        0.8,
        Optional.of(park),
        List.of());
  }

  private static LiftEnvironment environment(InstanceDewar dewar) {
    return new LiftEnvironment(
        LEVELS, dewar.liftWeight(), dewar.park().orElseThrow().chamberWeight());
  }
}
