package org.givre.plans.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.plans.check.Problem.carried;
import static org.givre.plans.check.Problem.lift;
import static org.givre.plans.check.Problem.lift0;
import static org.givre.plans.check.Problem.park1;
import static org.givre.plans.check.Problem.picker;
import static org.givre.plans.check.Problem.unload;
import static org.givre.plans.check.Problem.unloadAt;
import static org.givre.plans.check.ViolationKind.CAPACITY;
import static org.givre.plans.check.ViolationKind.REFERENCE;
import static org.givre.plans.check.ViolationKind.TUBE;
import static org.givre.plans.check.ViolationKind.UNFINISHED;
import static org.givre.plans.check.ViolationKind.UNSERVED;

import java.util.List;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.junit.jupiter.api.Test;

/** Tubes that are in a carrier when the plan begins. */
class InitialLoadTest {
  private final Problem problem = new Problem();

  @Test
  void isDeliveredAndChargedFromTheClock() {
    problem.pickers.set(0, picker(0, 12, List.of(carried(0, 0), carried(1, 1))));
    problem.pickers.add(picker(1, 12, List.of(carried(2, 3))));
    var verdict = problem.judge(unload(4, 1, 0), unloadAt(1, 0, 11, 3));

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.exposure().carrierTs()).isCloseTo(0.02 * (7 + 9 + 14), within(1e-9));
    assertThat(verdict.exposure().rackCandidateTs()).isZero();
  }

  @Test
  void isNotInItsRackAnyMore() {
    problem.pickers.set(0, picker(0, 12, List.of(carried(0, 0))));
    var verdict =
        problem.judge(
            lift(0, 3.5, 0, LiftMode.HOLD, new Pick(1, 1)),
            lift(0, 30, 1, LiftMode.HOLD, new Pick(2, 3)),
            unload(50, 0, 1, 3));

    // All 60 tubes of box 1 are bystanders: the carried one is not among them.
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.ops().get(0).exposure().rackBystanderTs())
        .isCloseTo(60 * 9.6 + 80 * 8.4 + 99 * 7.2, within(1e-9));
    assertThat(problem.kinds(lift0(3.5), park1(20), unload(60, 2, 3, 0))).containsExactly(TUBE);
  }

  @Test
  void countsAgainstTheCarrier() {
    problem.pickers.set(0, picker(0, 1, List.of(carried(0, 0))));

    assertThat(problem.kinds(park1(3.5), unload(52, 2, 3, 0))).containsExactly(CAPACITY, CAPACITY);
  }

  @Test
  void mustBeUnloaded() {
    problem.pickers.set(0, picker(0, 12, List.of(carried(0, 0))));

    assertThat(problem.kinds(park1(3.5), unload(52, 2, 3))).containsExactly(UNSERVED, UNFINISHED);
  }

  @Test
  void isRefusedWhereItIsWrong() {
    problem.pickers.set(0, picker(0, 12, List.of(carried(9, 0))));
    assertThat(problem.kinds()).contains(REFERENCE);
    problem.pickers.set(0, picker(0, 12, List.of(carried(1, 0))));
    assertThat(problem.kinds()).contains(REFERENCE);
    problem.pickers.set(0, picker(0, 12, List.of(carried(0, 0), carried(0, 0))));
    assertThat(problem.kinds()).contains(REFERENCE);
    problem.pickers.set(0, picker(0, 12, List.of(carried(1, 1), carried(1, 2))));
    assertThat(problem.kinds()).contains(REFERENCE);
    problem.pickers.set(0, picker(0, 12, List.of(Problem.returning(0))));
    assertThat(problem.kinds()).contains(REFERENCE);
  }
}
