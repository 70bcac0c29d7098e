package org.givre.devices.port;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResult;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResultWithReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.Refusals;
import org.givre.devices.action.Service;
import org.givre.devices.journal.ActorTests;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.devices.port.PortCommand.Acquired;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.devices.port.PortCommand.Received;
import org.givre.devices.port.PortEvent.DockGranted;
import org.givre.devices.port.PortEvent.PortActed;
import org.givre.devices.port.PortEvent.ReceivedTube;
import org.givre.devices.port.PortEvent.TubesReceived;
import org.givre.devices.time.EngineTime;
import org.givre.devices.time.SettableClock;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PortTest {
  private static final ActorTestKit AKKA = ActorTestKit.create(ActorTests.config());

  private static final PortId PORT = new PortId("P1");
  private static final PickerId PICKER = new PickerId("picker-1");
  private static final PickerId OTHER = new PickerId("picker-2");
  private static final Cause CAUSE = Cause.policy("test", "job-1", "command-1");
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final SettableClock clock = new SettableClock(START);
  private final TestProbe<Acquired> answers = AKKA.createTestProbe();
  private EventSourcedBehaviorTestKit<PortCommand, Recorded<PortEvent>, PortState> port;

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  /** Three slots, cleared after a minute; timers run two thousand times as fast as the clock. */
  @BeforeEach
  void aFreePort() {
    var store = new org.givre.plans.store.Port(PORT, 0, 0, 3, 60);
    port =
        EventSourcedBehaviorTestKit.create(
            AKKA.system(),
            Port.create(store, new EngineTime(clock, clock, 2_000)),
            ActorTests.EVENTS_SURVIVE_THE_JOURNAL);
    port.clear();
  }

  @Test
  void everyCommandHasItsOwnGroupOfTests() {
    assertThat(stream(PortTest.class.getDeclaredClasses()).map(Class::getSimpleName))
        .containsAll(
            stream(PortCommand.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @Test
  void recoversTheStateItHad() {
    acquire("task-1", PICKER, 2);
    report("task-1", 1);
    acquire("task-2", OTHER, 1);
    act("pause");
    var before = port.getState();
    assertThat(port.restart().state()).isEqualTo(before);
  }

  @Nested
  class Acquire {
    @Test
    void grantsTheDockWithTheLowestFreeSlots() {
      var event = acquire("task-1", PICKER, 2).event().event();
      assertThat(event).isEqualTo(new DockGranted("task-1", PICKER, List.of(1, 2)));
      answers.expectMessage(new Acquired(PORT, "task-1", List.of(1, 2)));
    }

    @Test
    void answersTheHolderAgainWithTheSameSlots() {
      acquire("task-1", PICKER, 2);
      port.restart();
      assertThat(acquire("task-1", PICKER, 2).hasNoEvents()).isTrue();
      answers.receiveMessage();
      answers.expectMessage(new Acquired(PORT, "task-1", List.of(1, 2)));
    }

    @Test
    void waitsForTheDockFirstComeFirstServed() {
      acquire("task-1", PICKER, 1);
      assertThat(acquire("task-2", OTHER, 1).hasNoEvents()).isTrue();
      acquire("task-3", new PickerId("picker-3"), 1);
      report("task-1", 1);
      answers.receiveMessage();
      answers.expectMessage(new Acquired(PORT, "task-2", List.of(2)));
      report("task-2", 2);
      answers.expectMessage(new Acquired(PORT, "task-3", List.of(3)));
    }

    @Test
    void waitsUntilTheBufferHasRoomForAllTubes() {
      acquire("task-1", PICKER, 2);
      report("task-1", 1, 2);
      answers.receiveMessage();
      assertThat(acquire("task-2", OTHER, 2).hasNoEvents()).isTrue();
      assertThat(acquire("task-3", PICKER, 1).hasNoEvents()).isTrue();
      clock.pass(Duration.ofSeconds(60));
      answers.expectMessage(new Acquired(PORT, "task-2", List.of(1, 2)));
    }
  }

  @Nested
  class ReportReceived {
    @Test
    void keepsTheSlotsTakenUntilTheBatchIsCleared() {
      acquire("task-1", PICKER, 3);
      var result = report("task-1", 1, 3);
      assertThat(result.event().event())
          .isEqualTo(new TubesReceived("task-1", received(1, 3), START.plusSeconds(60)));
      assertThat(result.reply()).isEqualTo(new Received(PORT, "task-1"));
      clock.pass(Duration.ofMillis(59_999));
      assertThat(picture())
          .isEqualTo(new PortPicture(PORT, 1, Optional.empty(), Service.UNTOUCHED));
      clock.pass(Duration.ofMillis(1));
      assertThat(picture().freeSlots()).isEqualTo(3);
    }

    @Test
    void servesTheNextInTheSameWrite() {
      acquire("task-1", PICKER, 2);
      acquire("task-2", OTHER, 1);
      assertThat(report("task-1", 1, 2).events().stream().map(Recorded::event))
          .containsExactly(
              new TubesReceived("task-1", received(1, 2), START.plusSeconds(60)),
              new DockGranted("task-2", OTHER, List.of(3)));
    }

    @Test
    void isAnsweredAgainAndPersistsNothing() {
      acquire("task-1", PICKER, 1);
      report("task-1", 1);
      acquire("task-2", OTHER, 1);
      port.restart();
      var again = report("task-1", 1);
      assertThat(again.reply()).isEqualTo(new Received(PORT, "task-1"));
      assertThat(again.hasNoEvents()).isTrue();
      assertThat(picture().docked()).contains("task-2");
    }

    @Test
    void givesTheDockBackWhenNothingWasUnloaded() {
      acquire("task-1", PICKER, 3);
      report("task-1");
      assertThat(picture())
          .isEqualTo(new PortPicture(PORT, 3, Optional.empty(), Service.UNTOUCHED));
    }

    @Test
    void isBelievedEvenWhereTheDockWasNotGranted() {
      assertThat(report("task-9", 2).events()).hasSize(1);
      assertThat(picture().freeSlots()).isEqualTo(2);
    }
  }

  @Nested
  class ServeWaiting {
    @Test
    void persistsNothingWhenNobodyWaits() {
      assertThat(port.runCommand(new PortCommand.ServeWaiting()).hasNoEvents()).isTrue();
    }
  }

  @Nested
  class Act {
    @Test
    void grantsNoTurnWhilePausedAndServesTheFirstWhenResumed() {
      assertThat(act("pause").reply().done()).isTrue();
      assertThat(acquire("task-1", PICKER, 1).hasNoEvents()).isTrue();
      acquire("task-2", OTHER, 1);
      assertThat(act("resume").reply().refusal()).isEmpty();
      answers.expectMessage(new Acquired(PORT, "task-1", List.of(1)));
      assertThat(picture().docked()).contains("task-1");
    }

    @Test
    void letsTheHolderFinish() {
      acquire("task-1", PICKER, 1);
      acquire("task-2", OTHER, 1);
      assertThat(act("drain").reply().done()).isFalse();
      report("task-1", 1);
      assertThat(picture().docked()).isEmpty();
      act("returnToService");
      answers.receiveMessage();
      answers.expectMessage(new Acquired(PORT, "task-2", List.of(2)));
    }

    @Test
    void recordsWhatItRefuses() {
      act("drain");
      var refused = act("resume");
      assertThat(refused.event().event())
          .isEqualTo(
              new PortActed(
                  Action.of("action-1", "resume")
                      .decided(Optional.of(Refusals.ACTION_NOT_ALLOWED))));
      assertThat(refused.reply().detail()).contains("Port P1 is DRAINED");
      assertThat(refused.reply().allowed()).containsExactly("returnToService");
    }

    @Test
    void remembersWhenAndWhyItWasDrained() {
      act("drain");
      assertThat(port.restart().state().service())
          .isEqualTo(new Service(Service.Mode.DRAINED, START, "the buffer is full", 2));
      assertThat(picture().service()).isEqualTo(port.getState().service());
    }
  }

  @Nested
  class Vacate {
    @Test
    void freesTheDockAndItsSlotsAndServesTheNext() {
      acquire("task-1", PICKER, 3);
      acquire("task-2", OTHER, 2);
      assertThat(vacate(PICKER).events().stream().map(Recorded::event))
          .containsExactly(
              new TubesReceived("task-1", List.of(), START),
              new DockGranted("task-2", OTHER, List.of(1, 2)));
      answers.receiveMessage();
      answers.expectMessage(new Acquired(PORT, "task-2", List.of(1, 2)));
    }

    @Test
    void isHarmlessWhereAnotherHasDocked() {
      acquire("task-1", PICKER, 1);
      assertThat(vacate(OTHER).hasNoEvents()).isTrue();
      assertThat(picture().docked()).contains("task-1");
    }

    @Test
    void givesUpThePlaceInTheQueue() {
      acquire("task-1", PICKER, 1);
      acquire("task-2", OTHER, 1);
      vacate(OTHER);
      report("task-1", 1);
      assertThat(port.runCommand(new PortCommand.ServeWaiting()).hasNoEvents()).isTrue();
      assertThat(picture().docked()).isEmpty();
    }
  }

  @Nested
  class Describe {
    @Test
    void saysWhoHasTheDockAndHowManySlotsAreFree() {
      acquire("task-1", PICKER, 2);
      assertThat(picture())
          .isEqualTo(new PortPicture(PORT, 1, Optional.of("task-1"), Service.UNTOUCHED));
    }
  }

  private static List<ReceivedTube> received(Integer... slots) {
    return Arrays.stream(slots)
        .map(slot -> new ReceivedTube(new TubeId("FD-" + slot), slot, START))
        .toList();
  }

  private CommandResult<PortCommand, Recorded<PortEvent>, PortState> acquire(
      String task, PickerId picker, int tubes) {
    return port.runCommand(new PortCommand.Acquire(task, picker, tubes, CAUSE, answers.ref()));
  }

  private CommandResultWithReply<PortCommand, Recorded<PortEvent>, PortState, Received> report(
      String task, Integer... slots) {
    return port.runCommand(
        replyTo ->
            new PortCommand.ReportReceived(task, received(slots), clock.instant(), CAUSE, replyTo));
  }

  private CommandResultWithReply<PortCommand, Recorded<PortEvent>, PortState, ActionAnswer> act(
      String type) {
    var action = Action.of("action-1", type);
    var cause = action.cause("ada", "the buffer is full", "");
    return port.runCommand(replyTo -> new PortCommand.Act(action, cause, replyTo));
  }

  private CommandResult<PortCommand, Recorded<PortEvent>, PortState> vacate(PickerId picker) {
    return port.runCommand(new PortCommand.Vacate(picker, CAUSE));
  }

  private PortPicture picture() {
    CommandResultWithReply<PortCommand, Recorded<PortEvent>, PortState, PortPicture> result =
        port.runCommand(PortCommand.Describe::new);
    return result.reply();
  }
}
