package org.givre.plans.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.plans.check.Problem.lift;
import static org.givre.plans.check.Problem.lift0;
import static org.givre.plans.check.Problem.park1;
import static org.givre.plans.check.Problem.picker;
import static org.givre.plans.check.Problem.unload;
import static org.givre.plans.check.Problem.unloadAt;
import static org.givre.plans.check.ViolationKind.DEWAR_CONFLICT;
import static org.givre.plans.check.ViolationKind.DEWAR_UNAVAILABLE;
import static org.givre.plans.check.ViolationKind.PICKER_UNAVAILABLE;
import static org.givre.plans.check.ViolationKind.PORT_BUFFER;
import static org.givre.plans.check.ViolationKind.PORT_CONFLICT;
import static org.givre.plans.check.ViolationKind.PORT_UNAVAILABLE;
import static org.givre.plans.check.ViolationKind.REACH;

import java.util.List;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Window;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Dewars, ports, pickers and their windows: small changes of the worked example. */
class StationRulesTest {
  private final Problem problem = new Problem();

  @Nested
  class Stations {
    @Test
    void refusesWhatThePickerDoesNotReach() {
      problem.morePorts.add(new InstancePort(1, 1.2, 0.9, 60, 96, List.of()));

      assertThat(problem.kinds(lift0(3.5), park1(15.7), unloadAt(0, 1, 52, 2, 3, 0)))
          .containsExactly(REACH);
    }

    @Test
    void refusesAPickerThatTheJobDoesNotAllow() {
      problem.jobPickers = List.of(1, 7);
      problem.pickers.add(picker(1, 12, List.of()));
      var other = lift(1, 15.7, 1, LiftMode.PARK, new Pick(1, 2), new Pick(2, 3));

      assertThat(problem.kinds(lift0(3.5), other, unload(30, 0), unloadAt(1, 0, 60, 2, 3)))
          .containsExactly(REACH);
      assertThat(problem.judge(lift0(3.5)).violations().get(0))
          .hasToString(
              "reach: op 0, request 0: job 0 allows only pickers [1, 7], but picker 0 picks for it");
    }

    @Test
    void letsAnyPickerUnloadWhatItCarries() {
      problem.jobPickers = List.of(7);
      problem.pickers.set(
          0,
          picker(
              0, 12, List.of(Problem.carried(0, 0), Problem.carried(1, 1), Problem.carried(2, 3))));

      assertThat(problem.kinds(unload(20, 0, 1, 3))).isEmpty();
    }

    @Test
    void refusesTwoOperationsAtOneDewar() {
      problem.pickers.add(picker(1, 12, List.of()));
      var other = lift(1, 15.6, 1, LiftMode.PARK, new Pick(1, 2), new Pick(2, 3));
      var touching = lift(1, 15.7, 1, LiftMode.PARK, new Pick(1, 2), new Pick(2, 3));

      assertThat(problem.kinds(lift0(3.5), other, unload(30, 0), unloadAt(1, 0, 60, 2, 3)))
          .containsExactly(DEWAR_CONFLICT);
      assertThat(problem.kinds(lift0(3.5), touching, unload(30, 0), unloadAt(1, 0, 60, 2, 3)))
          .isEmpty();
    }

    @Test
    void refusesTwoOperationsAtOnePort() {
      problem.pickers.add(picker(1, 12, List.of()));
      var other = lift(1, 15.7, 1, LiftMode.PARK, new Pick(1, 2), new Pick(2, 3));

      assertThat(problem.kinds(lift0(3.5), other, unload(55, 0), unloadAt(1, 0, 59.9, 2, 3)))
          .containsExactly(PORT_CONFLICT);
      assertThat(problem.kinds(lift0(3.5), other, unload(55, 0), unloadAt(1, 0, 60, 2, 3)))
          .isEmpty();
    }

    @Test
    void refusesMoreThanTheBufferHolds() {
      problem.bufferTubes = 2;
      problem.deadlineSeconds = 300;

      assertThat(problem.kinds()).containsExactly(PORT_BUFFER);
      // The first batch ends at 59 s and is cleared at 119 s.
      assertThat(problem.kinds(lift0(3.5), park1(15.7), unload(52, 2, 3), unload(118.9, 0)))
          .containsExactly(PORT_BUFFER);
      assertThat(problem.kinds(lift0(3.5), park1(15.7), unload(52, 2, 3), unload(119, 0)))
          .isEmpty();
    }

    @Test
    void refusesToWorkWhereAWindowIsClosed() {
      problem.dewarWindows = List.of(new Window(0, 3.6));
      assertThat(problem.kinds()).containsExactly(DEWAR_UNAVAILABLE);
      problem.dewarWindows = List.of();
      problem.portWindows = List.of(new Window(60.9, 70));
      assertThat(problem.kinds()).containsExactly(PORT_UNAVAILABLE);
      problem.portWindows = List.of();
      problem.pickers.set(0, picker(0, 12, List.of(), List.of(new Window(47, 52))));
      assertThat(problem.kinds()).containsExactly(PICKER_UNAVAILABLE);
    }

    @Test
    void letsOperationsTouchWindows() {
      problem.dewarWindows = List.of(new Window(0, 3.5), new Window(47.1, 100));
      problem.portWindows = List.of(new Window(0, 52), new Window(61, 100));
      problem.pickers.set(0, picker(0, 12, List.of(), List.of(new Window(47.1, 52))));

      assertThat(problem.kinds()).isEmpty();
    }

    @Test
    void letsThePickerTravelAndWaitInAWindow() {
      problem.pickers.set(0, picker(0, 12, List.of(), List.of(new Window(0, 3.5))));

      assertThat(problem.kinds()).isEmpty();
    }
  }

  @Nested
  class Carousel {
    @Test
    void turnsTheShorterWayFromWhereItWasLast() {
      problem.deadlineSeconds = 300;
      var verdict =
          problem.judge(
              lift(0, 3.5, 1, LiftMode.HOLD, new Pick(1, 2)),
              lift(0, 20, 1, LiftMode.HOLD, new Pick(2, 3)),
              lift0(60),
              unload(90, 2, 3, 0));

      // Slot 10 from slot 0: two slots. Then none. Then two slots back.
      assertThat(verdict.ops().get(0).endSeconds() - 3.5).isEqualTo(1.6 + 3 + 8.4 + 2);
      assertThat(verdict.ops().get(1).endSeconds() - 20).isEqualTo(3 + 8.4 + 2, within(1e-9));
      assertThat(verdict.ops().get(2).endSeconds() - 60).isEqualTo(1.6 + 3 + 7.2 + 2, within(1e-9));
    }
  }
}
