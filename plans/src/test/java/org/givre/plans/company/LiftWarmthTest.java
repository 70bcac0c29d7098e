package org.givre.plans.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.RetrievalPlan;
import org.junit.jupiter.api.Test;

class LiftWarmthTest {
  private static final int SEEDS = 500;

  @Test
  void isWhatTheJudgeSaysOfTheCheaperMode() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var random = new SplittableRandom(seed);
      int rack = random.nextInt(12);
      var levels = random.ints(1 + random.nextInt(5), 1, 1 + random.nextInt(10) + 1).sorted();
      isJudged(seed, rack, levels.toArray());
    }
  }

  private static void isJudged(long seed, int rack, int[] levels) {
    var store = new WaitingStore();
    var requests = new ArrayList<Request>();
    var picks = new ArrayList<Pick>();
    var counted = new int[WaitingStore.LEVELS];
    for (int level : levels) {
      requests.add(store.anyOf(store.tube(rack, level)));
      picks.add(new Pick(picks.size(), picks.size()));
      counted[level - 1]++;
    }
    store.urgent(requests.toArray(Request[]::new));
    var instance = store.instance();
    double judged = judged(instance, rack, LiftMode.HOLD, picks);
    if (rack >= 6 && levels[0] == levels[levels.length - 1]) {
      judged = Math.min(judged, judged(instance, rack, LiftMode.PARK, picks));
    }
    var costs = new RackCosts(instance);
    assertThat(costs.rack(rack).of(counted)).as("seed %d", seed).isCloseTo(judged, within(1e-6));
  }

  private static double judged(Instance instance, int rack, LiftMode mode, List<Pick> picks) {
    var lift = new PlanOp.Lift(0, 100, OptionalInt.empty(), rack, mode, picks);
    var plan = new RetrievalPlan(Optional.empty(), "test", 0, List.of(lift));
    return PlanCheck.of(instance).judge(plan).ops().get(0).exposure().totalTs();
  }

  @Test
  void isNothingWithoutPicks() {
    var costs = new RackCosts(new WaitingStore().instance());
    assertThat(costs.rack(3).of(costs.noPicks(3))).isZero();
  }
}
