package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.Park;
import org.junit.jupiter.api.Test;

/**
 * Stores that were filled study by study: the first aliquots of a study's donors lie in one box,
 * the second in another, and so on, but for a few that lie anywhere.
 */
class StudiesTest {
  private static final int STORES = 60;
  private static final int RACKS = 12;
  private static final int BOXES = RACKS * SmallStore.LEVELS;
  private static final int STUDIES = 6;
  private static final int DONORS = 14;
  private static final int ALIQUOTS = 4;
  private static final int STRAY = 8;

  /** Of the coldest plans seen of all stores, after 30,000 iterations or fewer, two seeds each. */
  private static final double COLDEST = 258259;

  private static final StopCondition SHORT = StopCondition.afterIterations(300);

  @Test
  void findsTheBoxesThatAllOfAStudyShouldBeTakenFrom() {
    double sum = 0;
    for (int seed = 0; seed < STORES; seed++) {
      var instance = store(new SplittableRandom(seed));
      var plan = new WarmthPlanner().plan(instance, seed, SHORT).plan();
      var verdict = PlanCheck.of(instance).judge(plan);
      assertThat(verdict.violations()).isEmpty();
      sum += verdict.exposure().totalTs();
    }
    assertThat(sum).isBetween(0.999 * COLDEST, 1.01 * COLDEST);
  }

  private static Instance store(SplittableRandom random) {
    var store = new SmallStore(RACKS);
    store.park = Optional.of(new Park(4, 4, 0.1));
    store.picker(24);
    store.picker(24);
    var free = new ArrayList<>(IntStream.range(0, BOXES).boxed().toList());
    for (int study = 0; study < STUDIES; study++) {
      var boxes = new ArrayList<Integer>();
      for (int aliquot = 0; aliquot < ALIQUOTS; aliquot++) {
        boxes.add(free.remove(random.nextInt(free.size())));
      }
      for (int donor = 0; donor < DONORS; donor++) {
        var tubes = new ArrayList<Integer>();
        for (int box : boxes) {
          int place = random.nextInt(STRAY) == 0 ? random.nextInt(BOXES) : box;
          tubes.add(store.tube(place % RACKS, 1 + place / RACKS));
        }
        store.jobForAny(tubes.toArray(Integer[]::new));
      }
    }
    return store.instance();
  }
}
