package org.givre.plans.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.assertj.core.data.Offset;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Violation;
import org.givre.plans.check.ViolationKind;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.EveryPlan;
import org.givre.plans.search.GeneratedInstance;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.TinyInstance;
import org.givre.plans.search.WarmthPlanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question about plans of generated stores; the judge has the last word on every figure. */
class ExplainerTest {
  private static final int STORES = 200;
  private static final int TINY = 90;
  private static final Offset<Double> SAME = within(1e-6);

  /** What a plan at its earliest legal starts cannot break. */
  private static final Set<ViolationKind> OF_TIMES =
      EnumSet.of(
          ViolationKind.TIME,
          ViolationKind.TRAVEL,
          ViolationKind.RELEASE,
          ViolationKind.RECOOL,
          ViolationKind.DEWAR_CONFLICT,
          ViolationKind.PORT_CONFLICT,
          ViolationKind.PORT_BUFFER,
          ViolationKind.DEWAR_UNAVAILABLE,
          ViolationKind.PORT_UNAVAILABLE,
          ViolationKind.PICKER_UNAVAILABLE);

  /** What only careless changes would break. */
  private static final Set<ViolationKind> OF_REFERENCES =
      EnumSet.of(
          ViolationKind.REFERENCE,
          ViolationKind.REQUEST,
          ViolationKind.TUBE,
          ViolationKind.PARK,
          ViolationKind.PLACE);

  /** All alternatives that any question about a plan brings up. */
  private static List<Alternative> everything(Explainer explainer, Instance instance) {
    var all = new ArrayList<Alternative>();
    for (var request : instance.requests()) {
      explainer.request(request.id()).others().forEach(o -> o.instead().ifPresent(all::add));
    }
    instance.jobs().forEach(job -> explainer.job(job.id()).doneFirst().ifPresent(all::add));
    var lifts = lifts(explainer);
    for (int lift : lifts) {
      all.addAll(explainer.lift(lift).instead());
      if (lift != lifts.get(0)) {
        all.addAll(explainer.order(lift, lifts.get(0)).instead());
      }
    }
    return all;
  }

  private static List<Integer> lifts(Explainer explainer) {
    var lifts = new ArrayList<Integer>();
    for (int number = 0; number < explainer.plan().ops().size(); number++) {
      if (explainer.hasLift(number)) {
        lifts.add(number);
      }
    }
    return lifts;
  }

  private static RetrievalPlan plan(Instance instance, long seed, long iterations) {
    return new WarmthPlanner()
        .plan(instance, seed, StopCondition.afterIterations(iterations))
        .plan();
  }

  @Test
  void everyFigureOfAPlainStoreIsTheJudges() {
    assertThat(judged(GeneratedInstance::plain)).isGreaterThan(10 * STORES);
  }

  @Test
  void everyFigureOfATightStoreIsTheJudges() {
    assertThat(judged(GeneratedInstance::tight)).isGreaterThan(10 * STORES);
  }

  private static int judged(LongFunction<Instance> generator) {
    int alternatives = 0;
    for (long seed = 0; seed < STORES; seed++) {
      var instance = generator.apply(seed);
      var explainer = new Explainer(instance, plan(instance, seed, seed % 30));
      var check = PlanCheck.of(instance);
      assertThat(explainer.verdict()).isEqualTo(check.judge(explainer.plan()));
      for (var alternative : everything(explainer, instance)) {
        alternatives++;
        assertJudged(instance.name(), check, explainer, alternative);
      }
    }
    return alternatives;
  }

  private static void assertJudged(
      String name, PlanCheck check, Explainer explainer, Alternative alternative) {
    var as = name + ": " + alternative.change() + " " + alternative.difference();
    var plan = explainer.verdict();
    var judged = check.judge(alternative.plan());
    assertThat(judged).as(as).isEqualTo(alternative.verdict());
    var difference = alternative.difference();
    assertThat(difference.exposureTs())
        .as(as)
        .isEqualTo(judged.exposure().totalTs() - plan.exposure().totalTs(), SAME);
    assertThat(difference.compositeTs())
        .as(as)
        .isEqualTo(judged.compositeTs() - plan.compositeTs(), SAME);
    assertThat(difference.breaks()).as(as).isSubsetOf(judged.violations());
    assertThat(difference.breaks())
        .as(as)
        .extracting(Violation::kind)
        .doesNotContainAnyElementsOf(OF_TIMES)
        .doesNotContainAnyElementsOf(OF_REFERENCES);
    if (judged.isValid()) {
      assertThat(difference.isAllowed()).as(as).isTrue();
    }
    if (plan.isValid()) {
      assertThat(difference.isAllowed()).as(as).isEqualTo(judged.isValid());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingAllowedBeatsTheBestOfAllPlans(boolean tight) {
    int optimal = 0;
    for (long seed = 0; seed < TINY; seed++) {
      var instance = TinyInstance.of(seed, tight);
      double least = EveryPlan.of(instance).leastExposure();
      var explainer = new Explainer(instance, plan(instance, seed, 100));
      double own = explainer.verdict().exposure().totalTs();
      boolean isBest = explainer.verdict().isValid() && own <= least + 1e-6;
      optimal += isBest ? 1 : 0;
      for (var alternative : everything(explainer, instance)) {
        if (alternative.verdict().isValid()) {
          var as = instance.name() + ": " + alternative.change();
          assertThat(alternative.verdict().exposure().totalTs())
              .as(as)
              .isGreaterThanOrEqualTo(least - 1e-6);
          if (isBest) {
            assertThat(alternative.difference().exposureTs()).as(as).isGreaterThan(-1e-6);
          }
        }
      }
    }
    assertThat(optimal).isGreaterThan(TINY / 3);
  }

  @Test
  void anotherTubeIsTakenAndNothingElse() {
    for (long seed = 0; seed < STORES; seed++) {
      var instance = seed % 2 == 0 ? GeneratedInstance.plain(seed) : GeneratedInstance.tight(seed);
      var explainer = new Explainer(instance, plan(instance, seed, seed % 30));
      var taken = taken(explainer.plan());
      for (var request : instance.requests()) {
        for (var other : explainer.request(request.id()).others()) {
          other
              .instead()
              .ifPresent(
                  instead -> {
                    var expected = new TreeMap<>(taken);
                    expected.put(request.id(), other.where().tube());
                    assertThat(taken(instead.plan())).as(instance.name()).isEqualTo(expected);
                  });
        }
      }
    }
  }

  private static SortedMap<Integer, Integer> taken(RetrievalPlan plan) {
    var taken = new TreeMap<Integer, Integer>();
    for (var op : plan.ops()) {
      if (op instanceof PlanOp.Lift lift) {
        lift.picks().forEach(pick -> taken.put(pick.request(), pick.tube()));
      }
    }
    return taken;
  }

  @Test
  void theOtherOrderIsTheOtherWayRound() {
    int compared = 0;
    for (long seed = 0; seed < STORES; seed++) {
      var instance = GeneratedInstance.plain(seed);
      var explainer = new Explainer(instance, plan(instance, seed, seed % 30));
      var lifts = lifts(explainer);
      for (int lift : lifts.subList(Math.min(1, lifts.size()), lifts.size())) {
        var order = explainer.order(lifts.get(0), lift);
        var earlier = (PlanOp.Lift) explainer.plan().ops().get(order.earlier());
        var later = (PlanOp.Lift) explainer.plan().ops().get(order.later());
        assertThat(earlier.startSeconds()).isLessThanOrEqualTo(later.startSeconds());
        for (var instead : order.instead()) {
          compared++;
          assertThat(start(instead.plan(), later))
              .as(instance.name())
              .isLessThanOrEqualTo(start(instead.plan(), earlier));
        }
      }
    }
    assertThat(compared).isGreaterThan(STORES);
  }

  private static double start(RetrievalPlan plan, PlanOp.Lift same) {
    return plan.ops().stream()
        .filter(op -> op instanceof PlanOp.Lift lift && lift.picks().equals(same.picks()))
        .mapToDouble(PlanOp::startSeconds)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsWaitedForFollowsOneUponTheOther() {
    for (long seed = 0; seed < STORES; seed++) {
      var instance = seed % 2 == 0 ? GeneratedInstance.plain(seed) : GeneratedInstance.tight(seed);
      var explainer = new Explainer(instance, plan(instance, seed, seed % 30));
      for (var job : instance.jobs()) {
        var wait = explainer.job(job.id());
        wait.first().ifPresent(first -> assertChain(instance, explainer, first, wait.untilFirst()));
        wait.last().ifPresent(last -> assertChain(instance, explainer, last, wait.untilLast()));
      }
    }
  }

  private static void assertChain(
      Instance instance, Explainer explainer, int number, List<Wait> chain) {
    var as = instance.name() + " " + number;
    double until = Math.min(instance.nowSeconds(), chain.get(0).untilSeconds());
    for (var link : chain) {
      assertThat(link.fromSeconds()).as(as).isEqualTo(until, within(1e-4));
      assertThat(link.untilSeconds()).as(as).isGreaterThanOrEqualTo(link.fromSeconds());
      until = link.untilSeconds();
    }
    assertThat(explainer.plan().ops().get(number).startSeconds())
        .as(as)
        .isEqualTo(until, within(1e-4));
  }

  /** Plans that no planner would make, down to ids that do not exist. */
  @Test
  void explainsBrokenPlans() {
    for (long seed = 0; seed < STORES; seed++) {
      var instance = GeneratedInstance.tight(seed);
      var random = new SplittableRandom(seed);
      var whole = plan(instance, seed, 0);
      var ops = new ArrayList<PlanOp>();
      whole.ops().forEach(op -> ops.add(random.nextInt(3) == 0 ? broken(op, random) : op));
      var plan = new RetrievalPlan(whole.instance(), "broken", 0, ops);
      var explainer = new Explainer(instance, plan);
      var check = PlanCheck.of(instance);
      for (var alternative : everything(explainer, instance)) {
        assertThat(alternative.verdict()).isEqualTo(check.judge(alternative.plan()));
      }
      assertThat(explainer.summary().jobs()).hasSameSizeAs(instance.jobs());
    }
  }

  private static PlanOp broken(PlanOp op, SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> op.by(random.nextInt(5));
      case 1 -> op.startingAt(random.nextInt(100));
      case 2 -> op.startingAt(Double.NaN);
      case 3 ->
          new PlanOp.Lift(
              0,
              random.nextInt(100),
              OptionalInt.empty(),
              random.nextInt(12),
              LiftMode.PARK,
              List.of(new Pick(random.nextInt(20), random.nextInt(60))));
      default -> new PlanOp.Unload(0, random.nextInt(500), random.nextInt(3), List.of(1, 99, 1));
    };
  }

  @Test
  void refusesWhatThePlanDoesNotHave() {
    var instance = GeneratedInstance.plain(0);
    var explainer = new Explainer(instance, plan(instance, 0, 0));
    assertThatThrownBy(() -> explainer.request(99)).hasMessage("There is no request 99");
    assertThatThrownBy(() -> explainer.job(99)).hasMessage("There is no job 99");
    assertThatThrownBy(() -> explainer.lift(99)).hasMessage("There is no lift 99");
    assertThatThrownBy(() -> explainer.order(0, 0)).hasMessageContaining("two lifts");
  }
}
