package org.givre.devices.dewar;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResult;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResultWithReply;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.Refusals;
import org.givre.devices.action.Service;
import org.givre.devices.dewar.DewarCommand.Acquired;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.dewar.DewarCommand.Holder;
import org.givre.devices.dewar.DewarCommand.Released;
import org.givre.devices.dewar.DewarEvent.DewarActed;
import org.givre.devices.dewar.DewarEvent.OpeningGranted;
import org.givre.devices.dewar.DewarEvent.OpeningReleased;
import org.givre.devices.journal.ActorTests;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.devices.time.SettableClock;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DewarTest {
  private static final ActorTestKit AKKA = ActorTestKit.create(ActorTests.config());

  private static final DewarId DEWAR = new DewarId("D1");
  private static final PickerId PICKER = new PickerId("picker-1");
  private static final PickerId OTHER = new PickerId("picker-2");
  private static final Cause CAUSE = Cause.policy("test", "job-1", "command-1");

  private static final Cause OPERATOR =
      Action.of("action-1", "any").cause("ada", "frost on the lid", "");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final TestProbe<Acquired> answers = AKKA.createTestProbe();
  private EventSourcedBehaviorTestKit<DewarCommand, Recorded<DewarEvent>, DewarState> dewar;

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @BeforeEach
  void aFreeDewar() {
    dewar =
        EventSourcedBehaviorTestKit.create(
            AKKA.system(),
            Dewar.create(DEWAR, clock.engineTime()),
            ActorTests.EVENTS_SURVIVE_THE_JOURNAL);
    dewar.clear();
  }

  @Test
  void everyCommandHasItsOwnGroupOfTests() {
    assertThat(stream(DewarTest.class.getDeclaredClasses()).map(Class::getSimpleName))
        .containsAll(
            stream(DewarCommand.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  @Test
  void recoversTheStateItHad() {
    acquire("task-1", PICKER);
    release("task-1", 7);
    acquire("task-2", OTHER);
    act("pause");
    var before = dewar.getState();
    assertThat(dewar.restart().state()).isEqualTo(before);
  }

  @Nested
  class Acquire {
    @Test
    void grantsAFreeOpening() {
      var event = acquire("task-1", PICKER).event().event();
      assertThat(event).isEqualTo(new OpeningGranted("task-1", PICKER));
      answers.expectMessage(new Acquired(DEWAR, "task-1"));
    }

    @Test
    void answersTheHolderAgainAndPersistsNothing() {
      acquire("task-1", PICKER);
      assertThat(acquire("task-1", PICKER).hasNoEvents()).isTrue();
      answers.receiveSeveralMessages(2);
    }

    @Test
    void answersTheHolderAgainAfterARestart() {
      acquire("task-1", PICKER);
      dewar.restart();
      assertThat(acquire("task-1", PICKER).hasNoEvents()).isTrue();
      answers.receiveSeveralMessages(2);
    }

    @Test
    void letsOthersWaitInTheOrderTheyCame() {
      acquire("task-1", PICKER);
      acquire("task-2", OTHER);
      acquire("task-3", new PickerId("picker-3"));
      acquire("task-2", OTHER);
      release("task-1", 0);
      release("task-2", 0);
      assertThat(answers.receiveSeveralMessages(3))
          .extracting(Acquired::taskId)
          .containsExactly("task-1", "task-2", "task-3");
    }

    @Test
    void forgetsWhoWaitedInARestart() {
      acquire("task-1", PICKER);
      acquire("task-2", OTHER);
      dewar.restart();
      assertThat(release("task-1", 0).events()).hasSize(1);
    }
  }

  @Nested
  class Release {
    @Test
    void remembersWhereTheCarouselStands() {
      acquire("task-1", PICKER);
      var result = release("task-1", 7);
      assertThat(result.event().event()).isEqualTo(new OpeningReleased("task-1", 7));
      assertThat(result.reply()).isEqualTo(new Released(DEWAR, "task-1"));
      assertThat(picture())
          .isEqualTo(new DewarPicture(DEWAR, 7, Optional.empty(), Service.UNTOUCHED));
    }

    @Test
    void leavesTheCarouselWhereItWasIfItWasNotTurned() {
      acquire("task-1", PICKER);
      release("task-1", 7);
      acquire("task-2", PICKER);
      assertThat(release("task-2", OptionalInt.empty()).event().event())
          .isEqualTo(new OpeningReleased("task-2", 7));
    }

    @Test
    void grantsTheOpeningToTheNextInOneGo() {
      acquire("task-1", PICKER);
      acquire("task-2", OTHER);
      assertThat(release("task-1", 3).events())
          .extracting(Recorded::event)
          .containsExactly(new OpeningReleased("task-1", 3), new OpeningGranted("task-2", OTHER));
    }

    @Test
    void isAnsweredAgainAndPersistsNothing() {
      acquire("task-1", PICKER);
      release("task-1", 7);
      acquire("task-2", OTHER);
      var again = release("task-1", 7);
      assertThat(again.reply()).isEqualTo(new Released(DEWAR, "task-1"));
      assertThat(again.hasNoEvents()).isTrue();
    }

    @Test
    void givesUpAPlaceInTheQueue() {
      acquire("task-1", PICKER);
      acquire("task-2", OTHER);
      release("task-2", OptionalInt.empty());
      assertThat(release("task-1", 3).events()).hasSize(1);
    }
  }

  @Nested
  class Act {
    @Test
    void recordsAPauseAndGrantsNoTurnUntilItIsResumed() {
      var paused = act("pause");
      assertThat(paused.event().event())
          .isEqualTo(new DewarActed(Action.of("action-1", "pause").decided(Optional.empty())));
      assertThat(paused.reply().done()).isTrue();
      assertThat(paused.reply().revision()).isEqualTo(2);
      assertThat(paused.reply().allowed()).containsExactly("resume", "drain");
      assertThat(acquire("task-1", PICKER).hasNoEvents()).isTrue();
      assertThat(acquire("task-2", OTHER).hasNoEvents()).isTrue();
      assertThat(act("resume").events())
          .extracting(Recorded::event)
          .hasSize(2)
          .contains(new OpeningGranted("task-1", PICKER));
      answers.expectMessage(new Acquired(DEWAR, "task-1"));
    }

    @Test
    void letsTheHolderFinish() {
      acquire("task-1", PICKER);
      acquire("task-2", OTHER);
      assertThat(act("drain").reply().done()).isFalse();
      dewar.restart();
      assertThat(acquire("task-1", PICKER).hasNoEvents()).isTrue();
      answers.receiveSeveralMessages(2);
      acquire("task-2", OTHER);
      assertThat(release("task-1", 3).events())
          .extracting(Recorded::event)
          .containsExactly(new OpeningReleased("task-1", 3));
      act("returnToService");
      answers.expectMessage(new Acquired(DEWAR, "task-2"));
    }

    @Test
    void remembersWhenAndWhyItWasPaused() {
      act("pause");
      assertThat(dewar.restart().state().service())
          .isEqualTo(new Service(Service.Mode.PAUSED, clock.instant(), "frost on the lid", 2));
      assertThat(picture().service()).isEqualTo(dewar.getState().service());
    }

    @Test
    void recordsWhatItRefusesAndSaysWhatIsPossible() {
      act("drain");
      var refused = act("pause");
      var answer = refused.reply();
      assertThat(refused.event().event())
          .isEqualTo(
              new DewarActed(
                  Action.of("action-1", "pause")
                      .decided(Optional.of(Refusals.ACTION_NOT_ALLOWED))));
      assertThat(answer.refusal()).contains(Refusals.ACTION_NOT_ALLOWED);
      assertThat(answer.detail()).contains("Dewar D1 is DRAINED", "returnToService");
      assertThat(answer.done()).isFalse();
      assertThat(answer.revision()).isEqualTo(2);
    }

    @Test
    void refusesWhatWasMeantForAnEarlierRevision() {
      act("pause");
      var stale =
          new Action(
              "action-2", "resume", new TreeMap<>(), new TreeSet<>(Set.of(1L)), Optional.empty());
      CommandResultWithReply<DewarCommand, Recorded<DewarEvent>, DewarState, ActionAnswer> result =
          dewar.runCommand(replyTo -> new DewarCommand.Act(stale, OPERATOR, replyTo));
      assertThat(result.reply().refusal()).contains(Refusals.REVISION_STALE);
      assertThat(result.reply().detail()).contains("revision 2");
      assertThat(result.events()).hasSize(1);
    }

    @Test
    void recordsWithoutEffectWhatHoldsAlready() {
      act("pause");
      var again = act("pause");
      assertThat(again.events()).hasSize(1);
      assertThat(again.reply().refusal()).isEmpty();
      assertThat(again.reply().revision()).isEqualTo(2);
    }
  }

  @Nested
  class Vacate {
    @Test
    void freesWhatThePickerHoldsAndServesTheNext() {
      acquire("task-1", PICKER);
      release("task-1", 7);
      acquire("task-2", PICKER);
      acquire("task-3", OTHER);
      assertThat(vacate(PICKER).events())
          .extracting(Recorded::event)
          .containsExactly(new OpeningReleased("task-2", 7), new OpeningGranted("task-3", OTHER));
      assertThat(answers.receiveSeveralMessages(3)).extracting(Acquired::taskId).endsWith("task-3");
    }

    @Test
    void isHarmlessWhereAnotherHasTheOpening() {
      acquire("task-1", PICKER);
      assertThat(vacate(OTHER).hasNoEvents()).isTrue();
      assertThat(picture().holder()).contains(new Holder("task-1", PICKER));
    }

    @Test
    void givesUpThePlaceInTheQueue() {
      acquire("task-1", PICKER);
      acquire("task-2", OTHER);
      vacate(OTHER);
      assertThat(release("task-1", 0).events()).hasSize(1);
    }
  }

  @Nested
  class Describe {
    @Test
    void saysWhoHasTheOpening() {
      acquire("task-1", PICKER);
      assertThat(picture())
          .isEqualTo(
              new DewarPicture(
                  DEWAR, 0, Optional.of(new Holder("task-1", PICKER)), Service.UNTOUCHED));
    }
  }

  private CommandResult<DewarCommand, Recorded<DewarEvent>, DewarState> acquire(
      String task, PickerId picker) {
    return dewar.runCommand(new DewarCommand.Acquire(task, picker, CAUSE, answers.ref()));
  }

  private CommandResultWithReply<DewarCommand, Recorded<DewarEvent>, DewarState, Released> release(
      String task, int slot) {
    return release(task, OptionalInt.of(slot));
  }

  private CommandResultWithReply<DewarCommand, Recorded<DewarEvent>, DewarState, Released> release(
      String task, OptionalInt slot) {
    return dewar.runCommand(replyTo -> new DewarCommand.Release(task, slot, CAUSE, replyTo));
  }

  private CommandResultWithReply<DewarCommand, Recorded<DewarEvent>, DewarState, ActionAnswer> act(
      String type) {
    var action = Action.of("action-1", type);
    return dewar.runCommand(replyTo -> new DewarCommand.Act(action, OPERATOR, replyTo));
  }

  private CommandResult<DewarCommand, Recorded<DewarEvent>, DewarState> vacate(PickerId picker) {
    return dewar.runCommand(new DewarCommand.Vacate(picker, CAUSE));
  }

  private DewarPicture picture() {
    CommandResultWithReply<DewarCommand, Recorded<DewarEvent>, DewarState, DewarPicture> result =
        dewar.runCommand(DewarCommand.Describe::new);
    return result.reply();
  }
}
