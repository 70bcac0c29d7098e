package org.givre.plans.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.plans.check.Problem.NONE;
import static org.givre.plans.check.Problem.lift;
import static org.givre.plans.check.Problem.lift0;
import static org.givre.plans.check.Problem.park1;
import static org.givre.plans.check.Problem.unload;
import static org.givre.plans.check.ViolationKind.BUDGET;
import static org.givre.plans.check.ViolationKind.MAX_OUT;
import static org.givre.plans.check.ViolationKind.PARK;
import static org.givre.plans.check.ViolationKind.RECOOL;

import java.util.List;
import java.util.Optional;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Request;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What warms racks, and the rules against it: small changes of the worked example. */
class RackRulesTest {
  private final Problem problem = new Problem();

  @Nested
  class Parking {
    @Test
    void refusesToParkWhereItIsImpossibleAndEvaluatesAsHold() {
      problem.park = Optional.empty();
      var verdict = problem.judge(lift0(3.5), park1(15.7), unload(52, 2, 3, 0));

      assertThat(verdict.violations()).extracting(Violation::kind).containsExactly(PARK);
      assertThat(verdict.ops().get(1).endSeconds())
          .isEqualTo(20.3 + 1.2 + 1 + 10 + 1.2 + 2, within(1e-9));
    }

    @Test
    void refusesToParkAtSeveralLevelsAndEvaluatesAsHold() {
      var picks = new Pick[] {new Pick(0, 0), new Pick(1, 1)};
      var rest = lift(0, 24.1, 1, LiftMode.HOLD, new Pick(2, 3));
      var parked = problem.judge(lift(0, 3.5, 0, LiftMode.PARK, picks), rest, unload(44, 0, 1, 3));
      var held = problem.judge(lift(0, 3.5, 0, LiftMode.HOLD, picks), rest, unload(44, 0, 1, 3));

      assertThat(parked.violations()).extracting(Violation::kind).containsExactly(PARK);
      assertThat(parked.exposure()).isEqualTo(held.exposure());
    }
  }

  @Nested
  class ParkModel {
    @Test
    void takesAnyWeights() {
      problem.liftWeight = 0.3;
      problem.park = Optional.of(new Park(6, 7, 0.05));
      var verdict = problem.judge(lift0(3.5), park1(15.7), unload(60, 2, 3, 0));
      var above = 0.3 * (4 * 2 * 0.6 + 2 + 6 + 7);
      var parked = 0.3 * (2 * 0.6 + 1 + 6 + 7) + 0.05 * (2 * 2 * 0.6 + 1 + 2 * 5);

      assertThat(verdict.ops().get(1).exposure().rackBystanderTs())
          .isCloseTo(50 * above + 88 * parked, within(1e-9));
    }
  }

  @Nested
  class Warmth {
    @Test
    void refusesABoxThatIsOutForTooLong() {
      problem.caps0 = List.of(7.1, 0.0, 0.0);
      assertThat(problem.kinds()).containsExactly(MAX_OUT);
      problem.caps0 = List.of(7.2, 0.0, 0.0);
      assertThat(problem.kinds()).isEmpty();
    }

    @Test
    void countsBothStrokesAndTheChamberAgainstTheCaps() {
      problem.caps1 = List.of(14.8, 23.6, 0.0);
      assertThat(problem.kinds()).isEmpty();
      problem.caps1 = List.of(14.7, 23.5, NONE);
      assertThat(problem.kinds()).containsExactly(MAX_OUT, MAX_OUT);
    }

    @Test
    void capsEmptyBoxesToo() {
      problem.tubes.set(0, new InstanceTube(0, 0, 3, 960));
      problem.boxTubes0 = List.of(0, 80, 100);
      problem.caps0 = List.of(9.5, NONE, NONE);

      assertThat(problem.kinds(lift0(3.5), park1(20), unload(56, 2, 3, 0)))
          .containsExactly(MAX_OUT);
    }

    @Test
    void refusesALiftBeforeTheRackHasCooledAgain() {
      var again = new Pick(1, 1);
      var rest = lift(0, 60, 1, LiftMode.HOLD, new Pick(2, 3));

      assertThat(
              problem.kinds(
                  lift0(3.5), lift(0, 30, 0, LiftMode.HOLD, again), rest, unload(80, 0, 1, 3)))
          .containsExactly(RECOOL);
      assertThat(
              problem.kinds(
                  lift0(3.5), lift(0, 30.1, 0, LiftMode.HOLD, again), rest, unload(80, 0, 1, 3)))
          .isEmpty();
    }

    @Test
    void remembersTheLongestReCool() {
      problem.tubes.add(new InstanceTube(4, 0, 1, 960));
      problem.requests.add(new Request(3, List.of(4)));
      problem.caps0 = List.of(NONE, NONE, NONE);
      problem.deadlineSeconds = 300;
      var deep = lift(0, 3.5, 0, LiftMode.HOLD, new Pick(0, 0), new Pick(1, 1));
      var early = lift(0, 24.1, 0, LiftMode.HOLD, new Pick(3, 4));

      // The first lift keeps box 1 out for 15.6 s and ends at 24.1 s: re-cool until 55.3 s.
      assertThat(
              problem.kinds(
                  deep,
                  early,
                  lift(0, 55.2, 1, LiftMode.HOLD, new Pick(2, 3)),
                  unload(90, 0, 1, 3, 4)))
          .containsExactly(RECOOL);
    }

    @Test
    void refusesALiftBeforeTheReCoolLeftOver() {
      problem.recoolRatio = 0;
      problem.notBefore0 = 3.6;
      assertThat(problem.kinds()).containsExactly(RECOOL);
      problem.notBefore0 = 3.5;
      assertThat(problem.kinds()).isEmpty();
    }

    @Test
    void refusesABoxThatGetsMoreThanItMay() {
      problem.budgets0 = List.of(7.1, 0.0, 0.0);
      assertThat(problem.kinds()).containsExactly(BUDGET);
      problem.budgets0 = List.of(7.2, 0.0, 0.0);
      assertThat(problem.kinds()).isEmpty();
    }

    @Test
    void weighsBudgetsButNotCaps() {
      problem.liftWeight = 0.5;
      problem.budgets0 = List.of(3.6, 0.0, 0.0);
      problem.caps0 = List.of(7.2, 0.0, 0.0);
      assertThat(problem.kinds()).isEmpty();
      problem.caps0 = List.of(7.1, 0.0, 0.0);
      assertThat(problem.kinds()).containsExactly(MAX_OUT);
    }

    @Test
    void refusesATubeThatGetsMoreThanItMay() {
      problem.tubes.set(0, new InstanceTube(0, 0, 1, 1.6 + 5 + 0.02 * 45.9 + 0.4));
      assertThat(problem.kinds()).isEmpty();
      problem.tubes.set(0, new InstanceTube(0, 0, 1, 7.9));
      assertThat(problem.kinds()).containsExactly(BUDGET);
    }

    @Test
    void sumsABoxBudgetOverLifts() {
      problem.budgets0 = List.of(7.2 + 9.6 - 0.01, NONE, NONE);

      assertThat(
              problem.kinds(
                  lift0(3.5),
                  lift(0, 30.1, 0, LiftMode.HOLD, new Pick(1, 1)),
                  lift(0, 44.7, 1, LiftMode.HOLD, new Pick(2, 3)),
                  unload(63.7, 0, 1, 3)))
          .containsExactly(BUDGET);
    }
  }

  @Nested
  class Candidates {
    @Test
    void areListedTubesEvenWhereNoRequestNamesThem() {
      problem.tubes.add(new InstanceTube(4, 0, 1, 7.1));
      var verdict = problem.judge(lift0(3.5), park1(15.7), unload(52, 2, 3, 0));

      assertThat(verdict.ops().get(0).exposure().rackBystanderTs())
          .isCloseTo(58 * 7.2, within(1e-9));
      assertThat(verdict.ops().get(0).exposure().rackCandidateTs())
          .isCloseTo(1.6 + 7.2, within(1e-9));
      assertThat(verdict.violations()).extracting(Violation::subject).containsExactly("tube 4");
    }

    @Test
    void getNothingMoreInTheirRackOncePicked() {
      var verdict =
          problem.judge(
              lift0(3.5),
              lift(0, 30.1, 0, LiftMode.HOLD, new Pick(1, 1)),
              lift(0, 44.7, 1, LiftMode.HOLD, new Pick(2, 3)),
              unload(63.7, 0, 1, 3));

      assertThat(verdict.ops().get(1).exposure().rackCandidateTs()).isCloseTo(1.6, within(1e-9));
    }
  }
}
