package org.givre.plans.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.plans.check.Problem.lift;
import static org.givre.plans.check.Problem.lift0;
import static org.givre.plans.check.Problem.park1;
import static org.givre.plans.check.Problem.picker;
import static org.givre.plans.check.Problem.plan;
import static org.givre.plans.check.Problem.unload;
import static org.givre.plans.check.Problem.unloadAt;
import static org.givre.plans.check.ViolationKind.CAPACITY;
import static org.givre.plans.check.ViolationKind.DEADLINE;
import static org.givre.plans.check.ViolationKind.MAX_OUT;
import static org.givre.plans.check.ViolationKind.REFERENCE;
import static org.givre.plans.check.ViolationKind.RELEASE;
import static org.givre.plans.check.ViolationKind.REQUEST;
import static org.givre.plans.check.ViolationKind.TIME;
import static org.givre.plans.check.ViolationKind.TRAVEL;
import static org.givre.plans.check.ViolationKind.TUBE;
import static org.givre.plans.check.ViolationKind.UNFINISHED;
import static org.givre.plans.check.ViolationKind.UNSERVED;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.RetrievalPlan;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan may name, when, and which tubes it takes: small changes of the worked example. */
class PlanCheckTest {
  private final Problem problem = new Problem();

  @Test
  void writesKindsLikeTheExchangeFormat() {
    assertThat(MAX_OUT.text()).isEqualTo("max_out");
    assertThat(problem.judge().violations().get(0))
        .hasToString("unserved: request 0: is not delivered");
  }

  @Nested
  class Reference {
    @Test
    void refusesAPlanForAnotherInstance() {
      var other = new RetrievalPlan(Optional.of("other"), "", 0, plan(lift0(3.5)).ops());

      assertThat(PlanCheck.of(problem.instance()).judge(other).violations().get(0).message())
          .isEqualTo("is for instance other, not for example");
    }

    @Test
    void takesAPlanThatNamesNoInstance() {
      var ops = plan(lift0(3.5), park1(15.7), unload(52, 2, 3, 0)).ops();
      var unnamed = new RetrievalPlan(Optional.empty(), "", 0, ops);

      assertThat(PlanCheck.of(problem.instance()).judge(unnamed).isValid()).isTrue();
    }

    @Test
    void refusesUnknownIds() {
      var lift = new Pick(0, 0);
      assertThat(problem.kinds(lift(9, 3.5, 0, LiftMode.HOLD, lift))).contains(REFERENCE);
      assertThat(problem.kinds(lift(0, 3.5, 9, LiftMode.HOLD, lift))).contains(REFERENCE);
      assertThat(problem.kinds(lift(0, 3.5, 0, LiftMode.HOLD, new Pick(9, 0)))).contains(REFERENCE);
      assertThat(problem.kinds(lift(0, 3.5, 0, LiftMode.HOLD, new Pick(0, 9)))).contains(REFERENCE);
      assertThat(problem.kinds(unloadAt(0, 9, 50, 0))).contains(REFERENCE);
      assertThat(problem.kinds(unloadAt(9, 0, 50, 0))).contains(REFERENCE);
      assertThat(problem.kinds(unload(50, 99))).contains(REFERENCE);
    }

    @Test
    void refusesTheWrongDewarForTheRack() {
      var wrong =
          new PlanOp.Lift(0, 3.5, OptionalInt.of(1), 0, LiftMode.HOLD, List.of(new Pick(0, 0)));

      assertThat(problem.kinds(wrong, park1(15.7), unload(52, 2, 3, 0))).containsExactly(REFERENCE);
    }

    @Test
    void refusesALiftWithoutPicks() {
      assertThat(
              problem.kinds(
                  lift(0, 3.5, 0, LiftMode.HOLD), lift0(8.5), park1(21), unload(57, 2, 3, 0)))
          .containsExactly(REFERENCE);
    }

    @Test
    void refusesATubeOfAnotherRack() {
      assertThat(problem.judge(lift(0, 3.5, 0, LiftMode.HOLD, new Pick(1, 2))).violations())
          .anySatisfy(v -> assertThat(v.message()).isEqualTo("is in rack 1, not in rack 0"));
    }

    @Test
    void refusesAPortThatTheJobDoesNotWant() {
      problem.morePorts.add(new InstancePort(1, 1.2, 0.9, 60, 96, List.of()));
      problem.jobPort = OptionalInt.of(1);

      assertThat(problem.kinds()).containsExactly(REFERENCE, REFERENCE, REFERENCE);
      problem.jobPort = OptionalInt.of(0);
      assertThat(problem.kinds()).isEmpty();
    }

    @Test
    void refusesAnInstanceThatListsMoreTubesThanThereAre() {
      problem.boxTubes0 = List.of(0, 80, 100);

      assertThat(problem.kinds()).containsExactly(REFERENCE);
    }
  }

  @Nested
  class Times {
    @Test
    void refusesAStartBeforeTheClock() {
      problem.nowSeconds = 10;

      assertThat(problem.kinds()).containsExactly(TIME, TRAVEL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAStartThatIsNoTime(double start) {
      assertThat(problem.kinds(lift0(start), park1(15.7), unload(52, 2, 3)))
          .containsExactly(TIME, UNSERVED);
    }

    @Test
    void refusesAPickerThatCannotBeThereYet() {
      assertThat(problem.kinds(lift0(3.4), park1(15.7), unload(52, 2, 3, 0)))
          .containsExactly(TRAVEL);
      assertThat(problem.kinds(lift0(3.5), park1(15.7), unload(51, 2, 3, 0)))
          .containsExactly(TRAVEL);
      assertThat(problem.kinds(lift0(3.5), park1(15.7), unload(51.1, 2, 3, 0))).isEmpty();
    }

    @Test
    void allowsTheSlack() {
      assertThat(problem.kinds(lift0(3.49991), park1(15.7), unload(52, 2, 3, 0))).isEmpty();
      assertThat(problem.kinds(lift0(3.49989), park1(15.7), unload(52, 2, 3, 0)))
          .containsExactly(TRAVEL);
    }

    @Test
    void refusesALiftBeforeTheRelease() {
      problem.releaseSeconds = 15.7;
      assertThat(problem.kinds()).containsExactly(RELEASE);
      problem.releaseSeconds = 3.5;
      assertThat(problem.kinds()).isEmpty();
    }

    @Test
    void refusesAMissedDeadline() {
      problem.deadlineSeconds = 60.9;
      assertThat(problem.kinds()).containsExactly(DEADLINE);
      problem.deadlineSeconds = 61;
      assertThat(problem.kinds()).isEmpty();
    }
  }

  @Nested
  class Tubes {
    @Test
    void refusesATubeThatIsNoAlternative() {
      assertThat(
              problem.kinds(
                  lift(0, 3.5, 0, LiftMode.HOLD, new Pick(2, 0)),
                  lift(0, 15.7, 1, LiftMode.PARK, new Pick(1, 2)),
                  unload(52, 2, 0)))
          .containsExactly(REQUEST, UNSERVED, UNSERVED);
    }

    @Test
    void refusesARequestServedTwice() {
      assertThat(
              problem.kinds(
                  lift(0, 3.5, 0, LiftMode.HOLD, new Pick(0, 0), new Pick(1, 1)),
                  park1(24.1),
                  unload(65, 0, 1, 2, 3)))
          .containsExactly(REQUEST);
    }

    @Test
    void refusesATubeThatIsNoLongerThere() {
      assertThat(problem.kinds(lift0(3.5), park1(15.7), lift0(47.1), unload(65, 2, 3, 0)))
          .containsExactly(TUBE);
      assertThat(
              problem.kinds(
                  lift(0, 3.5, 0, LiftMode.HOLD, new Pick(0, 0), new Pick(0, 0)),
                  park1(30),
                  unload(67, 2, 3, 0)))
          .containsExactly(TUBE);
    }

    @Test
    void refusesToUnloadWhatIsNotInTheCarrier() {
      assertThat(problem.kinds(lift0(3.5), park1(15.7), unload(52, 2, 3, 0, 0, 1)))
          .containsExactly(TUBE, TUBE);
    }

    @Test
    void refusesToUnloadWhatAnotherPickerCarries() {
      problem.pickers.add(picker(1, 12, List.of()));

      assertThat(problem.kinds(lift0(3.5), park1(15.7), unload(52, 2, 3), unloadAt(1, 0, 60, 0)))
          .containsExactly(TUBE, UNSERVED, UNFINISHED);
    }

    @Test
    void refusesAnOverfullCarrier() {
      problem.pickers.set(0, picker(0, 2, List.of()));

      assertThat(problem.kinds()).containsExactly(CAPACITY);
      assertThat(problem.kinds(lift0(3.5), unload(19.7, 0), park1(34), unload(70, 2, 3))).isEmpty();
    }

    @Test
    void refusesToLeaveRequestsOrTubes() {
      assertThat(problem.kinds(lift0(3.5), park1(15.7), unload(52, 2, 3)))
          .containsExactly(UNSERVED, UNFINISHED);
      assertThat(problem.kinds()).isEmpty();
      assertThat(problem.kinds(new PlanOp[0])).containsExactly(UNSERVED, UNSERVED, UNSERVED);
    }

    @Test
    void letsATubeServeTheOtherOfTwoRequestsThatNameIt() {
      problem.requests.add(new Request(3, List.of(1, 0)));

      assertThat(
              problem.kinds(
                  lift(0, 3.5, 0, LiftMode.HOLD, new Pick(0, 0), new Pick(3, 1)),
                  park1(24.1),
                  unload(65, 2, 3, 0, 1)))
          .isEmpty();
    }
  }
}
