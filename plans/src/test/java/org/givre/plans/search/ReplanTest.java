package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.junit.jupiter.api.Test;

/** Planning anew, beginning with what is left of another plan. */
class ReplanTest {
  private static final int SEEDS = 500;
  private static final StopCondition AT_ONCE = StopCondition.afterIterations(0);
  private static final StopCondition SOON = StopCondition.afterIterations(200);

  private final RetrievalPlanner planner = new WarmthPlanner();

  /** Where two pickers are at a dewar at once, the first to come is served first: a few change. */
  @Test
  void leavesAPlanAboutAsItIsWhenNothingHasHappened() {
    var all = LongStream.range(0, SEEDS).mapToObj(GeneratedInstance::plain).toList();
    var kept = Kept.of(all);
    assertThat(kept.served).isGreaterThan(SEEDS / 2);
    assertThat(kept.same).isGreaterThan(kept.served * 85 / 100);
    assertThat(kept.after).isLessThan(1.01 * kept.before);
  }

  /** These pickers unload or put back before their first lift, or later. */
  @Test
  void leavesAPlanAboutAsItIsWherePickersCarrySomething() {
    var loaded =
        LongStream.range(0, 4 * SEEDS)
            .mapToObj(GeneratedInstance::tight)
            .filter(i -> i.pickers().stream().anyMatch(p -> !p.initialLoad().isEmpty()))
            .toList();
    var kept = Kept.of(loaded);
    assertThat(kept.served).isGreaterThan(SEEDS);
    assertThat(kept.same).isGreaterThan(kept.served * 90 / 100);
  }

  /** How many plans were planned anew, how many of them did not get worse, and their composites. */
  private record Kept(int served, int same, double before, double after) {
    static Kept of(List<Instance> instances) {
      var planner = new WarmthPlanner();
      int same = 0;
      int served = 0;
      double before = 0;
      double after = 0;
      for (var instance : instances) {
        var plan = planner.plan(instance, 0, SOON);
        if (plan.unplanned().isEmpty()) {
          var again = planner.replan(instance, plan.plan(), 0, AT_ONCE);
          double was = plan.predicted().composite(instance.prices());
          double is = again.predicted().composite(instance.prices());
          same += is <= was + 1e-6 ? 1 : 0;
          served++;
          before += was;
          after += is;
        }
      }
      return new Kept(served, same, before, after);
    }
  }

  @Test
  void addsWhatIsNewToPlainStores() {
    addsWhatIsNew(GeneratedInstance::plain);
  }

  @Test
  void addsWhatIsNewToTightStores() {
    addsWhatIsNew(GeneratedInstance::tight);
  }

  private void addsWhatIsNew(LongFunction<Instance> generator) {
    for (long seed = 0; seed < SEEDS; seed++) {
      var whole = generator.apply(seed);
      var before = planner.plan(withHalfOfTheJobs(whole), seed, SOON).plan();
      for (var stop : new StopCondition[] {AT_ONCE, SOON}) {
        Judged.of(whole, planner.replan(whole, before, seed, stop)).assertHonest();
      }
    }
  }

  /** A plan that is made from nothing would take other tubes. */
  @Test
  void keepsTheTubesOfAPlanWhenSomethingIsNew() {
    double kept = 0;
    double all = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var whole = GeneratedInstance.plain(seed);
      var plan = planner.plan(withHalfOfTheJobs(whole), seed, SOON).plan();
      var before = picks(plan);
      var after = picks(planner.replan(whole, plan, 0, AT_ONCE).plan());
      all += before.size();
      before.retainAll(after);
      kept += before.size();
    }
    assertThat(kept / all).isGreaterThan(0.99);
  }

  private static Instance withHalfOfTheJobs(Instance whole) {
    var jobs = whole.jobs();
    return whole.withJobs(jobs.subList(0, (jobs.size() + 1) / 2));
  }

  private static Set<Pick> picks(RetrievalPlan plan) {
    var picks = new HashSet<Pick>();
    for (var op : plan.ops()) {
      if (op instanceof PlanOp.Lift lift) {
        picks.addAll(lift.picks());
      }
    }
    return picks;
  }

  @Test
  void leavesOutWhatIsGone() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var whole = GeneratedInstance.tight(seed);
      if (whole.pickers().stream().anyMatch(picker -> !picker.initialLoad().isEmpty())) {
        continue;
      }
      var before = planner.plan(whole, seed, SOON).plan();
      var fewer = whole.withJobs(whole.jobs().subList(0, (whole.jobs().size() + 1) / 2));
      Judged.of(fewer, planner.replan(fewer, before, seed, AT_ONCE)).assertHonest();
    }
  }
}
