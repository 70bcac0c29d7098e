package org.givre.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a job comes to rest, goes on, and ends before its time. */
class JobRestTest extends JobActBench {
  private static final ActorTestKit AKKA =
      ActorTestKit.create(EventSourcedBehaviorTestKit.config().withFallback(ConfigFactory.load()));

  JobRestTest() {
    super(AKKA);
  }

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @Nested
  class Pause {
    @Test
    void pausesAtOnceWhereNothingIsUnderWay() {
      var pause = next("pause");
      assertThat(ask(pause)).isEmpty();
      operator.expectNoMessage(Duration.ZERO);
      assertThat(tell(withheld())).containsExactly(accepted(pause), new JobEvent.JobPaused());
      assertThat(answer()).matches(ActionAnswer::done);
      assertOffered(Intent.PAUSE, Why.PAUSED);
    }

    @Test
    void promisesWhenWhatIsUnderWayWillBeOver() {
      startLift("t1", 0);
      var pause = next("pause");
      ask(pause);
      assertThat(tell(withheld(), lift("t1", 0)))
          .containsExactly(
              accepted(pause), new JobEvent.JobPausing(PROMISE, List.of(lift("t1", 0))));
      var answer = answer();
      assertThat(answer.done()).isFalse();
      assertThat(answer.promisedAt()).contains(PROMISE);
      assertThat(answer.allowed())
          .containsExactly("resume", "cancel", "reprioritize", "reroute", "skipItem");
      assertThat(state().phase()).isEqualTo(JobPhase.PAUSING);
      assertThat(state().promisedAt()).contains(PROMISE);
    }

    @Test
    void holdsOnceTheLiftIsOver() {
      startLift("t1", 0);
      pause(lift("t1", 0));
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of()));
      assertThat(state().phase()).isEqualTo(JobPhase.PAUSING);
      assertThat(tell()).containsExactly(new JobEvent.JobPaused());
      assertThat(phases())
          .containsExactly(RequestPhase.IN_TRANSIT, RequestPhase.PENDING, RequestPhase.PENDING);
    }

    @Test
    void comesToNothingInATaskThatWasTakenBack() {
      pause(lift("t1", 0));
      report(lift("t1", 0, List.of(), List.of()));
      tell();
      assertThat(state().phase()).isEqualTo(JobPhase.PAUSED);
      assertThat(state().begun()).isFalse();
    }

    @Test
    void isBrokenWhileACarrierIsEmptied() {
      pickA("t1");
      pause();
      assertThat(tell(lift("t2", 0)))
          .containsExactly(new JobEvent.JobPausing(PROMISE, List.of(lift("t2", 0))));
      report(putBack("t2", 0, A));
      assertThat(tell()).containsExactly(new JobEvent.JobPaused());
      assertThat(phases())
          .containsExactly(RequestPhase.PENDING, RequestPhase.PENDING, RequestPhase.PENDING);
      assertThat(state().actualTubeSeconds()).isEqualTo(15);
    }

    @Test
    void isNotBrokenByNewsOfWhatIsKnown() {
      startLift("t1", 0);
      pause(lift("t1", 0));
      var later =
          new Underway(
              "t1", Optional.of(RACK), NOON, PROMISE.plusSeconds(9), new TreeSet<>(List.of(0)));
      assertThat(tell(later)).isEmpty();
      assertThat(state().promisedAt()).contains(PROMISE);
    }

    @Test
    void doesNotTakeATaskForOpenWhoseEndItHasHeardOf() {
      pickA("t1");
      var pause = next("pause");
      ask(pause);
      assertThat(tell(withheld(), lift("t1", 0)))
          .containsExactly(accepted(pause), new JobEvent.JobPaused());
    }

    @Test
    void survivesARestart() {
      startLift("t1", 0);
      pause(lift("t1", 0));
      var before = state();
      job.restart();
      assertThat(state()).isEqualTo(before);
      assertOffered(Intent.PAUSE, Why.RECOVERED);
      report(lift("t1", 10, List.of(), List.of()));
      dispatch.receiveSeveralMessages(2);
      tell();
      job.restart();
      assertThat(state().phase()).isEqualTo(JobPhase.PAUSED);
      assertOffered(Intent.PAUSE, Why.RECOVERED);
    }

    @Test
    void isAskedForAgainAndAgainUntilItHolds() {
      startLift("t1", 0);
      pause(lift("t1", 0));
      job.runCommand(JobCommand.Reminder.OFFER_AGAIN);
      withheld();
      assertOffered(Intent.PAUSE, Why.REMINDED);
      report(lift("t1", 10, List.of(), List.of()));
      dispatch.receiveSeveralMessages(2);
      tell();
      job.runCommand(JobCommand.Reminder.OFFER_AGAIN);
      dispatch.expectNoMessage(Duration.ZERO);
    }
  }

  @Nested
  class Resume {
    @Test
    void queuesAPausedJobAgain() {
      pickA("t1");
      pause();
      ask(next("resume"));
      assertThat(answer().done()).isTrue();
      assertThat(state().phase()).isEqualTo(JobPhase.QUEUED);
      assertThat(state().begun()).isTrue();
      assertOffered(Intent.SERVE, Why.RESUMED);
    }

    @Test
    void letsARunningJobRunOn() {
      startLift("t1", 0);
      pause(lift("t1", 0));
      ask(next("resume"));
      assertThat(state().phase()).isEqualTo(JobPhase.RUNNING);
      assertThat(state().underway()).isEmpty();
      tell();
      assertThat(state().phase()).isEqualTo(JobPhase.RUNNING);
    }
  }

  @Nested
  class Cancel {
    private void cancel() {
      ask(next("cancel"));
      assertThat(answer().done()).isFalse();
      assertOffered(Intent.CANCEL, Why.CANCELLED);
    }

    @Test
    void endsOnceDispatchSaysThatNothingIsUnderWay() {
      cancel();
      assertThat(state().phase()).isEqualTo(JobPhase.CANCELLING);
      assertThat(tell()).containsExactly(new JobEvent.JobEnded(JobPhase.CANCELLED, "just because"));
      assertThat(phases()).containsOnly(RequestPhase.CANCELLED);
      dispatch.expectMessage(new JobNotice.Withdrawn(ID));
    }

    @Test
    void trustsNothingThatDispatchSaidBeforeItHeardOfIt() {
      cancel();
      assertThat(stand(Optional.empty(), Intent.PAUSE)).isEmpty();
      assertThat(stand(Optional.empty(), Intent.SERVE)).isEmpty();
      assertThat(state().phase()).isEqualTo(JobPhase.CANCELLING);
    }

    @Test
    void bringsBackWhatIsInACarrierFirst() {
      pickA("t1");
      cancel();
      assertThat(tell()).isEmpty();
      tell(lift("t2", 0));
      assertThat(state().promisedAt()).contains(PROMISE);
      assertThat(state().underway()).containsExactly(lift("t2", 0));
      report(putBack("t2", 0, A));
      assertThat(tell()).hasSize(1);
      assertThat(state().phase()).isEqualTo(JobPhase.CANCELLED);
      assertThat(phases())
          .containsExactly(RequestPhase.RETURNED, RequestPhase.CANCELLED, RequestPhase.CANCELLED);
      assertThat(state().requests().get(0).returned())
          .map(RequestState.Returned::weightedSeconds)
          .contains(14.0);
    }

    @Test
    void letsALiftThatHasBegunComeToItsEnd() {
      startLift("t1", 0);
      cancel();
      assertThat(tell()).isEmpty();
      report(lift("t1", 10, List.of(), List.of()));
      tell();
      assertThat(state().phase()).isEqualTo(JobPhase.CANCELLED);
      assertThat(state().actualTubeSeconds()).isEqualTo(10);
    }

    @Test
    void keepsWhatWasDeliveredBefore() {
      pickA("t1");
      cancel();
      report(unload("u1", 4, delivery(0, A)));
      tell();
      assertThat(phases())
          .containsExactly(RequestPhase.DELIVERED, RequestPhase.CANCELLED, RequestPhase.CANCELLED);
      assertThat(state().phase()).isEqualTo(JobPhase.CANCELLED);
    }

    @Test
    void isNotCompletedByItsLastTube() {
      report(new JobReport.ReportPicked(0, A, PICKER, CAUSE));
      cancel();
      for (int request = 0; request < 3; request++) {
        report(
            unload(
                "u" + request,
                4,
                delivery(request, new TubeId("ABC".substring(request, request + 1)))));
      }
      assertThat(state().phase()).isEqualTo(JobPhase.CANCELLING);
      tell();
      assertThat(state().phase()).isEqualTo(JobPhase.CANCELLED);
    }

    @Test
    void endsAPausedJob() {
      pickA("t1");
      pause();
      cancel();
      report(putBack("t2", 0, A));
      tell();
      assertThat(state().phase()).isEqualTo(JobPhase.CANCELLED);
    }

    @Test
    void endsAHeldJobThatDispatchHasNeverHeardOf() {
      job.clear();
      submit(SampleJobs.held(SampleJobs.anyOf("A")));
      cancel();
      assertThat(state().hold()).isFalse();
      tell();
      assertThat(state().phase()).isEqualTo(JobPhase.CANCELLED);
    }

    @Test
    void isHarmlessWhenRepeated() {
      cancel();
      var again = next("cancel");
      assertThat(ask(again)).containsExactly(accepted(again));
      tell();
      var late = next("cancel");
      assertThat(ask(late)).containsExactly(accepted(late));
      assertThat(answer().done()).isFalse();
      assertThat(answer().done()).isTrue();
    }

    @Test
    void survivesARestart() {
      pickA("t1");
      cancel();
      var before = state();
      job.restart();
      assertThat(state()).isEqualTo(before);
      assertOffered(Intent.CANCEL, Why.RECOVERED);
    }
  }

  @Nested
  class Deadline {
    private void due() {
      job.clear();
      submit(SampleJobs.spec(false, Optional.of(NOON.plusSeconds(60)), SampleJobs.anyOf("A")));
      offered();
    }

    @Test
    void endsAPausedJobThatWasNotBegun() {
      due();
      pause();
      clock.pass(Duration.ofSeconds(61));
      job.runCommand(JobCommand.Reminder.DEADLINE);
      assertThat(state().phase()).isEqualTo(JobPhase.EXPIRED);
      dispatch.expectMessage(new JobNotice.Withdrawn(ID));
    }

    @Test
    void waitsForAJobThatIsAboutToPause() {
      due();
      pause(lift("t1", 0));
      clock.pass(Duration.ofSeconds(61));
      job.runCommand(JobCommand.Reminder.DEADLINE);
      report(new JobReport.ReportExpired(CAUSE));
      assertThat(state().phase()).isEqualTo(JobPhase.PAUSING);
      tell();
      dispatch.receiveSeveralMessages(2);
      dispatch.expectMessage(new JobNotice.Withdrawn(ID));
      assertThat(state().phase()).isEqualTo(JobPhase.EXPIRED);
    }

    @Test
    void doesNotEndAPausedJobThatWasBegun() {
      due();
      startLift("t1", 0);
      pause(lift("t1", 0));
      report(lift("t1", 10, List.of(), List.of()));
      tell();
      clock.pass(Duration.ofSeconds(61));
      job.runCommand(JobCommand.Reminder.DEADLINE);
      report(new JobReport.ReportExpired(CAUSE));
      assertThat(state().phase()).isEqualTo(JobPhase.PAUSED);
    }
  }
}
