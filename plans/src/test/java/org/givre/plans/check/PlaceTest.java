package org.givre.plans.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.plans.check.Problem.NONE;
import static org.givre.plans.check.Problem.carried;
import static org.givre.plans.check.Problem.lift;
import static org.givre.plans.check.Problem.lift0;
import static org.givre.plans.check.Problem.park1;
import static org.givre.plans.check.Problem.picker;
import static org.givre.plans.check.Problem.place;
import static org.givre.plans.check.Problem.returning;
import static org.givre.plans.check.Problem.unload;
import static org.givre.plans.check.ViolationKind.BUDGET;
import static org.givre.plans.check.ViolationKind.DEWAR_CONFLICT;
import static org.givre.plans.check.ViolationKind.MAX_OUT;
import static org.givre.plans.check.ViolationKind.PLACE;
import static org.givre.plans.check.ViolationKind.RECOOL;
import static org.givre.plans.check.ViolationKind.REFERENCE;
import static org.givre.plans.check.ViolationKind.TRAVEL;
import static org.givre.plans.check.ViolationKind.UNFINISHED;

import java.util.List;
import org.assertj.core.data.Offset;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.TubeReturn;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tubes that go back into their boxes: 8 to level 1 and 9 to level 2 of rack 0. */
class PlaceTest {
  private static final Offset<Double> EXACT = within(1e-9);

  private final Problem problem = new Problem();
  private final PlanOp back = place(3.5, 0, new Placement(8, 1), new Placement(9, 2));

  PlaceTest() {
    problem.pickers.set(0, picker(0, 12, List.of(returning(8), returning(9))));
    problem.returns.add(new TubeReturn(8, 0, 1));
    problem.returns.add(new TubeReturn(9, 0, 2));
    problem.requests.clear();
  }

  @Nested
  class Timeline {
    /** T0 6.5; up 0.6, settle 1, place 4; up 0.6, settle 1, place 4; down 1.2; release 2. */
    private final Verdict verdict = problem.judge(back);

    @Test
    void isThatOfAHoldLift() {
      assertThat(verdict.violations()).isEmpty();
      assertThat(verdict.ops().get(0).endSeconds()).isEqualTo(6.5 + 5.6 + 5.6 + 1.2 + 2, EXACT);
    }

    @Test
    void chargesThePlacedTubes() {
      var exposure = verdict.exposure();

      assertThat(exposure.carrierTs()).isEqualTo(0.02 * (8.1 + 13.7), EXACT);
      assertThat(exposure.transferTs()).isEqualTo(8, EXACT);
      assertThat(verdict.tubeWeightedSeconds().get(8))
          .isEqualTo(0.02 * 8.1 + 4 + (0.6 + 1 + 4 + 1.2), EXACT);
      assertThat(verdict.tubeWeightedSeconds().get(9)).isEqualTo(0.02 * 13.7 + 4 + 0.6, EXACT);
    }

    @Test
    void chargesTheTubesThatAreThereAlready() {
      var box1 = 0.6 + 1 + 4 + 0.6 + 1 + 4 + 1.2;
      var box2 = 0.6 + 1 + 4 + 0.6;

      assertThat(verdict.exposure().rackBystanderTs())
          .isEqualTo(59 * box1 + 80 * box2 + 6.8 + 0.6, EXACT);
      assertThat(verdict.exposure().rackCandidateTs()).isEqualTo(box1, EXACT);
    }

    @Test
    void delivers() {
      assertThat(verdict.requestDeliveredSeconds()).isEmpty();
      assertThat(verdict.makespanSeconds()).isZero();
    }
  }

  @Nested
  class Afterwards {
    @Test
    void aPlacedTubeIsABystanderOfItsBox() {
      problem.requests.add(new Request(0, List.of(0)));
      problem.recoolRatio = 0;
      problem.caps0 = List.of(NONE, NONE, NONE);
      var verdict = problem.judge(back, lift0(30), unload(60, 0));

      // Tube 8 joins the 59 of box 1; box 2 stays inside.
      assertThat(verdict.violations()).isEmpty();
      assertThat(verdict.ops().get(1).exposure().rackBystanderTs()).isEqualTo(60 * 7.2, EXACT);
      assertThat(verdict.tubeWeightedSeconds().get(8)).isEqualTo(0.02 * 8.1 + 4 + 6.8 + 7.2, EXACT);
    }

    @Test
    void aPlacedTubeCanBePickedAgain() {
      problem.tubes.add(new InstanceTube(8, 0, 1, 960));
      problem.requests.add(new Request(7, List.of(8)));
      problem.recoolRatio = 0;
      var again = lift(0, 30, 0, LiftMode.HOLD, new Pick(7, 8));

      assertThat(problem.kinds(back, again, unload(60, 8))).isEmpty();
    }
  }

  @Nested
  class Rules {
    @Test
    void areThoseOfLifts() {
      problem.caps0 = List.of(12.3, NONE, NONE);
      problem.budgets0 = List.of(NONE, 6.1, NONE);
      problem.notBefore0 = 4;

      assertThat(problem.kinds(back)).containsExactly(RECOOL, MAX_OUT, BUDGET);
    }

    @Test
    void makeLaterLiftsWait() {
      problem.requests.add(new Request(0, List.of(0)));

      // Box 1 is out for 12.4 s, the place ends at 20.9 s: re-cool until 45.7 s.
      assertThat(problem.kinds(back, lift0(45.6), unload(80, 0))).containsExactly(RECOOL);
      assertThat(problem.kinds(back, lift0(45.7), unload(80, 0))).isEmpty();
      assertThat(problem.kinds(back, lift0(20), unload(80, 0)))
          .containsExactly(DEWAR_CONFLICT, TRAVEL, RECOOL);
    }

    @Test
    void chargeABudgetThatATubeHas() {
      problem.tubes.add(new InstanceTube(9, 0, 2, 4.8));

      assertThat(problem.judge(back).violations())
          .extracting(Violation::subject)
          .containsExactly("tube 9");
    }
  }

  @Nested
  class Refuse {
    @Test
    void refusesATubeThatIsNotInThatCarrier() {
      assertThat(problem.kinds(back, place(80, 0, new Placement(8, 1)))).containsExactly(PLACE);
    }

    @Test
    void refusesAnotherLevelOrRack() {
      assertThat(problem.kinds(place(3.5, 0, new Placement(8, 1), new Placement(9, 1))))
          .containsExactly(PLACE, UNFINISHED);
      assertThat(problem.kinds(place(3.5, 1, new Placement(8, 1), new Placement(9, 2))))
          .containsExactly(PLACE, PLACE, UNFINISHED, UNFINISHED);
      assertThat(problem.kinds(place(3.5, 0, new Placement(8, 1), new Placement(9, 7))))
          .containsExactly(PLACE, UNFINISHED, UNFINISHED);
    }

    @Test
    void refusesATubeThatMustNotGoBack() {
      problem.requests.add(new Request(0, List.of(0)));
      problem.pickers.set(0, picker(0, 12, List.of(returning(8), returning(9), carried(0, 0))));

      assertThat(problem.kinds(back, place(80, 0, new Placement(0, 1)))).contains(PLACE);
    }

    @Test
    void refusesWhatDoesNotExist() {
      assertThat(problem.kinds(back, place(80, 9, new Placement(8, 1)))).containsExactly(REFERENCE);
      assertThat(problem.kinds(back, place(80, 0, new Placement(77, 1))))
          .containsExactly(REFERENCE);
      assertThat(problem.kinds(back, place(80, 0))).containsExactly(REFERENCE);
    }

    @Test
    void refusesToUnloadAReturnAtAPort() {
      assertThat(problem.kinds(unload(10, 8, 9))).containsExactly(UNFINISHED, UNFINISHED);
    }

    @Test
    void refusesToForgetAReturn() {
      assertThat(problem.kinds(new PlanOp[0])).containsExactly(UNFINISHED, UNFINISHED, UNFINISHED);
    }

    @Test
    void refusesReturnsThatAreWrong() {
      problem.returns.add(new TubeReturn(77, 0, 1));
      problem.returns.add(new TubeReturn(8, 0, 1));

      assertThat(problem.kinds(back)).containsExactly(REFERENCE, REFERENCE, UNFINISHED);
    }

    @Test
    void refusesARequestForAReturn() {
      problem.requests.add(new Request(0, List.of(0)));
      problem.pickers.set(0, picker(0, 12, List.of(carried(0, 0))));
      problem.returns.clear();
      problem.returns.add(new TubeReturn(0, 0, 1));

      assertThat(problem.kinds(new PlanOp[0])).contains(REFERENCE);
    }
  }

  @Test
  void leavesOtherWorkAlone() {
    problem.requests.add(new Request(1, List.of(2)));
    problem.requests.add(new Request(2, List.of(3)));

    assertThat(problem.kinds(back, park1(20.9), unload(80, 2, 3))).isEmpty();
  }
}
