package org.givre.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.orchestrator.job.JobCommand.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JobTest extends JobBench {
  private static final ActorTestKit AKKA =
      ActorTestKit.create(EventSourcedBehaviorTestKit.config().withFallback(ConfigFactory.load()));

  JobTest() {
    super(AKKA);
  }

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @Test
  void everyCommandHasItsOwnGroupOfTests() {
    var commands =
        Stream.of(JobCommand.Asked.class.getPermittedSubclasses()).map(Class::getSimpleName);
    assertThat(Stream.of(JobTest.class.getDeclaredClasses()).map(Class::getSimpleName))
        .containsAll(commands.toList());
  }

  @Test
  void recoversTheStateItHadAndOffersWhatIsOpen() {
    submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B", "C")));
    report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of(missed(1, B))));
    var before = job.getState();
    dispatch.receiveSeveralMessages(3);
    assertThat(job.restart().state()).isEqualTo(before);
    var open = List.of(inTransit(0, A), open(1, C));
    assertThat(offered()).extracting(JobNotice.Offered::open).isEqualTo(open);
  }

  @Nested
  class Submit {
    @Test
    void answersOnceItIsDurableAndOffersItself() {
      var result = submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B", "C")));
      assertThat(result.reply().state()).map(JobState::phase).contains(JobPhase.QUEUED);
      assertThat(result.reply().state()).map(JobState::submittedAt).contains(NOON);
      assertThat(offered().open()).containsExactly(open(0, A), open(1, B, C));
    }

    @Test
    void answersARepeatAndPersistsNothing() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      assertThat(submit(SampleJobs.spec(SampleJobs.anyOf("A"))).hasNoEvents()).isTrue();
    }

    @Test
    void waitsWhileItIsHeld() {
      var result = submit(SampleJobs.held(SampleJobs.anyOf("A")));
      assertThat(result.reply().state()).map(JobState::phase).contains(JobPhase.ACCEPTED);
      dispatch.expectNoMessage(Duration.ZERO);
    }
  }

  @Nested
  class Act {
    @Test
    void letsAHeldJobGo() {
      submit(SampleJobs.held(SampleJobs.anyOf("A")));
      var answer = act(action("release")).reply();
      assertThat(answer.refusal()).isEmpty();
      assertThat(answer.done()).isTrue();
      assertThat(answer.revision()).isEqualTo(2);
      assertThat(state().phase()).isEqualTo(JobPhase.QUEUED);
      assertThat(offered().why()).isEqualTo(JobNotice.Why.RELEASED);
    }

    @Test
    void answersThatThereIsNoSuchJob() {
      var result = act(action("release"));
      assertThat(result.reply().refusal()).contains("job-not-found");
      assertThat(result.hasNoEvents()).isTrue();
    }
  }

  @Nested
  class Describe {
    @Test
    void answersHowItStandsAndChangesNothing() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      var result = job.<Answer>runCommand(JobCommand.Describe::new);
      assertThat(result.reply().state()).isEqualTo(job.getState());
      assertThat(result.hasNoEvents()).isTrue();
    }
  }

  @Nested
  class Reminder {
    private final JobSpec due =
        SampleJobs.spec(false, Optional.of(NOON.plusSeconds(60)), SampleJobs.anyOf("A"));

    @Test
    void offersAJobThatWaitsOnceMore() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      offered();
      job.runCommand(JobCommand.Reminder.OFFER_AGAIN);
      assertThat(offered().why()).isEqualTo(JobNotice.Why.REMINDED);
    }

    @Test
    void leavesTheDeadlineOfAnOfferedJobToDispatch() {
      submit(due);
      offered();
      clock.pass(Duration.ofSeconds(61));
      assertThat(job.runCommand(JobCommand.Reminder.DEADLINE).hasNoEvents()).isTrue();
      assertThat(offered().why()).isEqualTo(JobNotice.Why.REMINDED);
    }

    @Test
    void endsAHeldJobWhoseDeadlineHasPassed() {
      submit(SampleJobs.spec(true, due.deadlineAt(), SampleJobs.anyOf("A")));
      job.runCommand(JobCommand.Reminder.DEADLINE);
      assertThat(state().phase()).isEqualTo(JobPhase.ACCEPTED);
      clock.pass(Duration.ofSeconds(61));
      job.runCommand(JobCommand.Reminder.DEADLINE);
      assertThat(state().phase()).isEqualTo(JobPhase.EXPIRED);
    }

    @Test
    void isSilentOnceARobotHasBegun() {
      submit(due);
      offered();
      report(new JobReport.ReportLiftStarted("t1", RACK, List.of(0), CAUSE));
      clock.pass(Duration.ofSeconds(61));
      job.runCommand(JobCommand.Reminder.DEADLINE);
      dispatch.expectNoMessage(Duration.ZERO);
    }
  }
}
