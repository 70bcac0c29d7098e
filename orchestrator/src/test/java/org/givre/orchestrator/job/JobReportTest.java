package org.givre.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.devices.rack.RackEvent.Finding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JobReportTest extends JobBench {
  private static final ActorTestKit AKKA =
      ActorTestKit.create(EventSourcedBehaviorTestKit.config().withFallback(ConfigFactory.load()));

  JobReportTest() {
    super(AKKA);
  }

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @Test
  void everyCommandHasItsOwnGroupOfTests() {
    var commands = Stream.of(JobReport.class.getPermittedSubclasses()).map(Class::getSimpleName);
    assertThat(Stream.of(JobReportTest.class.getDeclaredClasses()).map(Class::getSimpleName))
        .containsAll(commands.toList());
  }

  @Nested
  class ReportPlanned {
    @Test
    void setsTheChosenTubesAside() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B", "C")));
      plan(1, new TreeMap<>(Map.of(1, C)));
      assertThat(state().phase()).isEqualTo(JobPhase.PLANNED);
      assertThat(phases()).containsExactly(RequestPhase.PENDING, RequestPhase.RESERVED);
      assertThat(state().requests().get(1).tube()).contains(C);
    }

    @Test
    void addsWhatTheJobHasHadToThePrediction() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of()));
      plan(1, new TreeMap<>(Map.of(1, B)));
      assertThat(state().plan()).map(JobState.PlanShare::predictedTubeSeconds).contains(110.0);
    }

    /** A bound of what is left says nothing beside a prediction of the whole job. */
    @Test
    void takesNoBoundOfAPlanForTheRestOfTheJob() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      plan(1, new TreeMap<>(Map.of(0, A, 1, B)));
      assertThat(state().plan().orElseThrow().lowerBoundTubeSeconds()).hasValue(90);
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of()));
      plan(2, new TreeMap<>(Map.of(1, B)));
      assertThat(state().plan().orElseThrow().lowerBoundTubeSeconds()).isEmpty();
    }

    @Test
    void changesNothingWhereThePlanIsKnown() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      plan(2, new TreeMap<>(Map.of(0, A)));
      assertThat(plan(2, new TreeMap<>(Map.of(0, A))).hasNoEvents()).isTrue();
      assertThat(plan(1, new TreeMap<>()).hasNoEvents()).isTrue();
    }
  }

  @Nested
  class ReportUnplanned {
    @Test
    void queuesTheJobAgainAndSaysWhy() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      plan(1, new TreeMap<>(Map.of(0, A)));
      report(new JobReport.ReportUnplanned(2, List.of(blocker(NOON)), CAUSE));
      assertThat(state().phase()).isEqualTo(JobPhase.QUEUED);
      assertThat(state().plan()).isEmpty();
      assertThat(phases()).containsExactly(RequestPhase.PENDING);
      assertThat(state().blockers()).containsExactly(blocker(NOON));
    }
  }

  @Nested
  class ReportBlocked {
    @Test
    void keepsTheTimeWhenABlockerWasFirstSeen() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      report(new JobReport.ReportBlocked(List.of(blocker(NOON)), CAUSE));
      var again = new JobReport.ReportBlocked(List.of(blocker(NOON.plusSeconds(9))), CAUSE);
      assertThat(report(again).hasNoEvents()).isTrue();
      assertThat(state().blockers()).containsExactly(blocker(NOON));
    }

    @Test
    void clearsWhatBlocksNoMore() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      report(new JobReport.ReportBlocked(List.of(blocker(NOON)), CAUSE));
      report(new JobReport.ReportBlocked(List.of(), CAUSE));
      assertThat(state().blockers()).isEmpty();
    }
  }

  @Nested
  class ReportLiftStarted {
    private final JobReport started =
        new JobReport.ReportLiftStarted("t1", RACK, List.of(0), CAUSE);

    @Test
    void setsTheJobRunning() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      report(started);
      assertThat(state().phase()).isEqualTo(JobPhase.RUNNING);
      assertThat(phases()).containsExactly(RequestPhase.PICKING, RequestPhase.PENDING);
      assertThat(state().requests().get(0).lift())
          .contains(new RequestState.LiftUnderWay("t1", RACK, NOON));
    }

    @Test
    void changesNothingTwiceNorAfterTheLift() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      report(started);
      assertThat(report(started).hasNoEvents()).isTrue();
      report(lift("t1", 10, List.of(), List.of()));
      assertThat(report(started).hasNoEvents()).isTrue();
      assertThat(phases()).containsExactly(RequestPhase.RESERVED);
    }
  }

  @Nested
  class ReportPicked {
    @Test
    void putsTheTubeIntoTheCarrierOnce() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      var picked = new JobReport.ReportPicked(0, A, PICKER, CAUSE);
      report(picked);
      assertThat(phases()).containsExactly(RequestPhase.IN_TRANSIT);
      assertThat(state().requests().get(0).picker()).contains(PICKER);
      assertThat(report(picked).hasNoEvents()).isTrue();
    }
  }

  @Nested
  class ReportDelivered {
    @Test
    void doesNotEndTheJobBeforeTheUnloadIsOver() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      var delivered = new JobReport.ReportDelivered("t2", delivery(0, A), CAUSE);
      report(delivered);
      assertThat(phases()).containsExactly(RequestPhase.DELIVERED);
      assertThat(report(delivered).hasNoEvents()).isTrue();
      assertThat(state().phase()).isEqualTo(JobPhase.RUNNING);
      report(unload("t2", 4, delivery(0, A)));
      assertThat(state().phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(state().actualTubeSeconds()).isEqualTo(4);
    }
  }

  @Nested
  class ReportTaskEnded {
    @Test
    void countsItsExposureOnceAndAnswersEveryTime() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      offered();
      var ended = lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of());
      report(ended);
      assertThat(report(ended).hasNoEvents()).isTrue();
      assertThat(dispatch.receiveSeveralMessages(4))
          .filteredOn(JobNotice.Noted.class::isInstance)
          .containsExactly(new JobNotice.Noted(ID, "t1"), new JobNotice.Noted(ID, "t1"));
      assertThat(state().actualTubeSeconds()).isEqualTo(10);
    }

    @Test
    void completesTheJobWithItsLastTube() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      offered();
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of()));
      report(unload("t2", 4, delivery(0, A)));
      assertThat(state().phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(dispatch.receiveSeveralMessages(4))
          .endsWith(new JobNotice.Withdrawn(ID), new JobNotice.Noted(ID, "t2"));
    }

    @Test
    void saysWhatIsOpenBeforeItAnswers() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      offered();
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of(missed(1, B))));
      assertThat(offered().open()).containsExactly(inTransit(0, A));
      dispatch.expectMessage(new JobNotice.Noted(ID, "t1"));
    }

    @Test
    void looksForAnotherCandidateWhenATubeIsLostOnTheWay() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A", "B")));
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of()));
      report(lift("t2", 0, List.of(), List.of(missed(0, A))));
      assertThat(phases()).containsExactly(RequestPhase.PENDING);
      assertThat(state().requests().get(0).missed()).containsExactly(A);
    }

    @Test
    void waitsForAnotherCandidateOfATubeThatWasMissed() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A", "B")));
      report(lift("t1", 10, List.of(), List.of(missed(0, A))));
      assertThat(phases()).containsExactly(RequestPhase.PENDING);
      assertThat(state().phase()).isEqualTo(JobPhase.RUNNING);
    }

    @Test
    void failsTheJobWhenEveryTubeWasMissed() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      report(lift("t1", 10, List.of(), List.of(missed(0, A))));
      assertThat(phases()).containsExactly(RequestPhase.NOT_FOUND);
      assertThat(state().phase()).isEqualTo(JobPhase.FAILED);
      assertThat(state().reason()).isEqualTo("1 of 1 requests failed");
    }

    @Test
    void completesWithExceptionsWhenSomeFailed() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      var mismatch = new MissedRequest(ID, 1, B, Finding.MISMATCH);
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of(mismatch)));
      report(unload("t2", 4, delivery(0, A)));
      assertThat(phases()).containsExactly(RequestPhase.DELIVERED, RequestPhase.MISMATCH);
      assertThat(state().phase()).isEqualTo(JobPhase.COMPLETED_WITH_EXCEPTIONS);
    }

    @Test
    void isAnsweredWhereThereIsNoSuchJob() {
      report(lift("t1", 10, List.of(), List.of()));
      dispatch.expectMessage(new JobNotice.Noted(ID, "t1"));
    }
  }

  @Nested
  class ReportGone {
    @Test
    void failsTheRequest() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      report(new JobReport.ReportGone(1, B, "B left the store", CAUSE));
      assertThat(phases()).containsExactly(RequestPhase.PENDING, RequestPhase.NOT_FOUND);
      assertThat(state().requests().get(1).reason()).isEqualTo("B left the store");
    }
  }

  @Nested
  class ReportExpired {
    @Test
    void endsAJobThatWasNotBegun() {
      submit(SampleJobs.spec(false, Optional.of(NOON.plusSeconds(60)), SampleJobs.anyOf("A")));
      report(new JobReport.ReportExpired(CAUSE));
      assertThat(state().phase()).isEqualTo(JobPhase.EXPIRED);
      assertThat(report(new JobReport.ReportExpired(CAUSE)).hasNoEvents()).isTrue();
    }

    @Test
    void changesNothingOnceARobotHasBegun() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      report(new JobReport.ReportPicked(0, A, PICKER, CAUSE));
      assertThat(report(new JobReport.ReportExpired(CAUSE)).hasNoEvents()).isTrue();
    }
  }

  @Nested
  class ReportStanding {
    @Test
    void changesNothingForAJobThatIsServed() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      var standing =
          new JobReport.ReportStanding(
              Optional.empty(), JobNotice.Intent.SERVE, List.of(), NOON, CAUSE);
      assertThat(report(standing).hasNoEvents()).isTrue();
    }
  }

  @Nested
  class ReportAnnounced {
    private final Underway soon =
        new Underway("t1", Optional.of(RACK), NOON, NOON.plusSeconds(20), new TreeSet<>(Set.of(0)));

    private final JobReport.ReportAnnounced announced =
        new JobReport.ReportAnnounced(
            "t1",
            new JobReport.ReportStanding(
                Optional.empty(),
                JobNotice.Intent.PAUSE,
                List.of(soon),
                NOON.plusSeconds(30),
                CAUSE),
            dispatch.ref());

    @Test
    void isAnsweredOnceAPausedJobSaysThatItIsNotCold() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      offered();
      pause();
      report(announced);
      assertThat(state().phase()).isEqualTo(JobPhase.PAUSING);
      assertThat(state().promisedAt()).contains(NOON.plusSeconds(30));
      dispatch.expectMessage(new JobNotice.Noted(ID, "t1"));
    }

    @Test
    void isAnsweredAgain() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      offered();
      pause();
      report(announced);
      assertThat(report(announced).hasNoEvents()).isTrue();
      dispatch.expectMessage(new JobNotice.Noted(ID, "t1"));
      dispatch.expectMessage(new JobNotice.Noted(ID, "t1"));
    }

    private void pause() {
      var replyTo = AKKA.<ActionAnswer>createTestProbe().ref();
      job.runCommand(new JobCommand.Act(action("pause"), CAUSE, replyTo));
      var question = ((JobNotice.Withhold) dispatch.receiveMessage()).question();
      report(
          new JobReport.ReportStanding(
              Optional.of(question), JobNotice.Intent.SERVE, List.of(), NOON, CAUSE));
      assertThat(state().phase()).isEqualTo(JobPhase.PAUSED);
      offered();
    }
  }

  @Nested
  class ReportCompany {
    private void tell(CompanyWait company) {
      report(new JobReport.ReportCompany(company, CAUSE));
    }

    private static CompanyWait waiting(double atOnce, double together, Integer... requests) {
      return new CompanyWait(
          new TreeSet<>(List.of(requests)),
          Optional.of(NOON.plusSeconds(3_600)),
          OptionalDouble.of(atOnce),
          OptionalDouble.of(together));
    }

    @Test
    void saysWhatWaitsAndWhatThatSaves() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      tell(waiting(1_000, 700, 1));
      assertThat(state().company().requests()).containsExactly(1);
      assertThat(state().company().until()).contains(NOON.plusSeconds(3_600));
      assertThat(state().company().estimatedSavingTubeSeconds()).hasValue(300);
      assertThat(state().phase()).isEqualTo(JobPhase.QUEUED);
      assertThat(state().allowed()).contains("release");
    }

    @Test
    void keepsWhatGoingAtOnceWouldHaveCostWhenItFirstWaited() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B")));
      tell(waiting(1_000, 700, 0, 1));
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of()));
      tell(waiting(555, 500, 1));
      assertThat(state().company().atOnceTubeSeconds()).hasValue(1_000);
      assertThat(state().company().togetherTubeSeconds()).hasValue(510);
      tell(CompanyWait.NEVER);
      assertThat(state().company().isWaiting()).isFalse();
      assertThat(state().company().atOnceTubeSeconds()).hasValue(1_000);
      assertThat(state().company().estimatedSavingTubeSeconds()).isEmpty();
    }

    @Test
    void journalsNothingWhereFiguresMoveALittle() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      tell(waiting(1_000, 700, 0));
      var moved = new JobReport.ReportCompany(waiting(2_000, 720, 0), CAUSE);
      assertThat(report(moved).hasNoEvents()).isTrue();
      var better = new JobReport.ReportCompany(waiting(2_000, 600, 0), CAUSE);
      assertThat(report(better).events()).hasSize(1);
      var over = new JobReport.ReportCompany(CompanyWait.NEVER, CAUSE);
      assertThat(report(over).events()).hasSize(1);
      assertThat(report(over).hasNoEvents()).isTrue();
    }

    @Test
    void isOverOnceAnOperatorLetsItGo() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      tell(waiting(1_000, 700, 0));
      offered();
      assertThat(act(action("release")).reply().done()).isTrue();
      assertThat(state().company().isWaiting()).isFalse();
      assertThat(state().allowed()).doesNotContain("release");
      var offer = offered();
      assertThat(offer.why()).isEqualTo(JobNotice.Why.RELEASED);
      assertThat(offer.goesAlone()).isTrue();
      var late = new JobReport.ReportCompany(waiting(1_000, 700, 0), CAUSE);
      assertThat(report(late).hasNoEvents()).isTrue();
    }
  }

  @Nested
  class ReportDispatchStarted {
    @Test
    void makesAnOpenJobOfferItself() {
      submit(SampleJobs.spec(SampleJobs.anyOf("A")));
      offered();
      report(new JobReport.ReportDispatchStarted(CAUSE));
      assertThat(offered().why()).isEqualTo(JobNotice.Why.RECOVERED);
    }

    @Test
    void isAnsweredByAHeldJobThatItHasNothingToDo() {
      submit(SampleJobs.held(SampleJobs.anyOf("A")));
      report(new JobReport.ReportDispatchStarted(CAUSE));
      dispatch.expectMessage(new JobNotice.Withdrawn(ID));
    }
  }
}
