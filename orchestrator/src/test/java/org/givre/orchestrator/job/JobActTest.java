package org.givre.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.Refusals;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.plans.store.PortId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What operators ask of a job, by verb, and how the job asks dispatch before it decides. */
class JobActTest extends JobActBench {
  private static final ActorTestKit AKKA =
      ActorTestKit.create(EventSourcedBehaviorTestKit.config().withFallback(ConfigFactory.load()));

  JobActTest() {
    super(AKKA);
  }

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @Test
  void everyVerbHasItsOwnGroupOfTests() {
    var groups =
        Stream.of(JobActTest.class, JobRestTest.class)
            .flatMap(tests -> Stream.of(tests.getDeclaredClasses()))
            .map(Class::getSimpleName);
    var verbs =
        JobVerbs.ALL.stream()
            .map(verb -> verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1));
    assertThat(groups).containsAll(verbs.toList());
  }

  @Nested
  class EveryAction {
    @Test
    void isRecordedOnceWithWhoAndWhyBeforeItsEffects() {
      var cancel = next("cancel");
      var who = cancel.cause("ada", "wrong study", ID.value());
      var result = job.runCommand(new JobCommand.Act(cancel, who, operator.ref()));
      assertThat(events(result.events()))
          .containsExactly(
              accepted(cancel),
              new JobEvent.JobCancelling("wrong study", Optional.empty(), List.of()));
      assertThat(result.events())
          .extracting(Recorded::cause)
          .containsOnly(
              new Cause(Cause.Kind.OPERATOR, "ada", "wrong study", ID.value(), "action action-1"));
    }

    @Test
    void isRecordedWhereItIsRefusedAndChangesNothing() {
      var before = state();
      var bad = next("skipItem").with("item", "7");
      assertThat(ask(bad)).containsExactly(refused(bad, Refusals.ITEM_UNKNOWN));
      assertThat(state()).isEqualTo(before);
      assertThat(answer())
          .isEqualTo(
              new ActionAnswer(
                  bad.id(),
                  Optional.of(Refusals.ITEM_UNKNOWN),
                  "The job has items 0 to 2; \"7\" was asked for.",
                  1,
                  false,
                  Optional.empty(),
                  List.of("pause", "cancel", "reprioritize", "reroute", "skipItem")));
      dispatch.expectNoMessage(Duration.ZERO);
    }

    @Test
    void isRecordedWhereTheJobIsOver() {
      report(new JobReport.ReportExpired(CAUSE));
      dispatch.expectMessage(new JobNotice.Withdrawn(ID));
      var before = state();
      var cancel = next("cancel");
      assertThat(ask(cancel)).containsExactly(refused(cancel, Refusals.ACTION_NOT_ALLOWED));
      assertThat(state()).isEqualTo(before);
      assertThat(answer().allowed()).isEmpty();
      dispatch.expectNoMessage(Duration.ZERO);
    }

    @Test
    void isDecidedAtTheRevisionThatItFinds() {
      var first = next("reprioritize").with("priority", "9");
      var stale = at(next("pause"), 1);
      ask(first);
      assertThat(ask(stale)).containsExactly(refused(stale, Refusals.REVISION_STALE));
      assertThat(answer().revision()).isEqualTo(2);
      assertThat(answer().refusal()).contains(Refusals.REVISION_STALE);
    }

    @Test
    void isDecidedAtTheRevisionThatItFindsAfterItHasWaited() {
      var pause = at(next("pause"), 1);
      ask(pause);
      startLift("t1", 0);
      assertThat(tell(withheld(), lift("t1", 0)))
          .containsExactly(refused(pause, Refusals.REVISION_STALE));
      assertOffered(Intent.SERVE, Why.UNCHANGED);
    }

    private Action at(Action action, long revision) {
      var revisions = new TreeSet<>(List.of(revision));
      return new Action(
          action.id(), action.type(), action.arguments(), revisions, Optional.empty());
    }
  }

  @Nested
  class Waiting {
    @Test
    void isSettledByTheAnswerToTheLatestQuestionAlone() {
      ask(next("pause"));
      var first = withheld();
      job.runCommand(JobCommand.Reminder.ASK_AGAIN);
      var second = withheld();
      assertThat(second.question()).isNotEqualTo(first.question());
      assertThat(tell(first)).isEmpty();
      assertThat(tell()).isEmpty();
      operator.expectNoMessage(Duration.ZERO);
      assertThat(tell(second)).hasSize(2);
      assertThat(answer().refusal()).isEmpty();
    }

    @Test
    void asksOnceMoreAfterItWasOffered() {
      startLift("t1", 0);
      ask(next("pause"));
      var first = withheld();
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of()));
      assertOffered(Intent.SERVE, Why.PROGRESSED);
      var second = withheld();
      dispatch.expectMessage(new JobNotice.Noted(ID, "t1"));
      assertThat(tell(first)).isEmpty();
      assertThat(tell(second, lift("t2", 1))).hasSize(2);
      assertThat(state().phase()).isEqualTo(JobPhase.PAUSING);
    }

    @Test
    void keepsTheOrderOfWhatWasAsked() {
      var pause = next("pause");
      var skip = next("skipItem").with("item", "1");
      var resume = next("resume");
      ask(pause);
      assertThat(ask(skip)).isEmpty();
      assertThat(ask(resume)).isEmpty();
      assertThat(tell(withheld()))
          .containsExactly(
              accepted(pause),
              new JobEvent.JobPaused(),
              accepted(skip),
              new JobEvent.RequestSkipped(1, "just because"),
              accepted(resume),
              new JobEvent.JobResumed());
      assertThat(List.of(answer().id(), answer().id(), answer().id()))
          .containsExactly(pause.id(), skip.id(), resume.id());
      assertOffered(Intent.SERVE, Why.RESUMED);
      dispatch.expectNoMessage(Duration.ZERO);
    }

    @Test
    void needsNoAnswerOnceTheJobIsOver() {
      var pause = next("pause");
      ask(pause);
      withheld();
      report(new JobReport.ReportExpired(CAUSE));
      dispatch.expectMessage(new JobNotice.Withdrawn(ID));
      assertThat(answer().refusal()).contains(Refusals.ACTION_NOT_ALLOWED);
      assertThat(state().phase()).isEqualTo(JobPhase.EXPIRED);
    }

    @Test
    void isLostWithACrashWhichLetsDispatchGoOn() {
      ask(next("pause"));
      withheld();
      job.restart();
      assertOffered(Intent.SERVE, Why.RECOVERED);
      assertThat(state().phase()).isEqualTo(JobPhase.QUEUED);
    }
  }

  @Nested
  class Release {
    @Test
    void isHarmlessWhereNothingHolds() {
      var release = next("release");
      assertThat(ask(release)).containsExactly(accepted(release));
      assertThat(answer().done()).isTrue();
      dispatch.expectNoMessage(Duration.ZERO);
    }
  }

  @Nested
  class Reprioritize {
    @Test
    void offersTheJobWithItsNewPriority() {
      ask(next("reprioritize").with("priority", "9"));
      assertThat(answer().revision()).isEqualTo(2);
      var offer = offered();
      assertThat(offer.why()).isEqualTo(Why.REPRIORITIZED);
      assertThat(offer.priority()).isEqualTo(9);
      assertThat(state().spec().priority()).isEqualTo(5);
    }
  }

  @Nested
  class Reroute {
    @Test
    void offersTheJobWithItsNewRoute() {
      ask(next("reroute").with("port", "P2").with("avoid", "D3"));
      var offer = offered();
      assertThat(offer.why()).isEqualTo(Why.REROUTED);
      assertThat(offer.route().port()).contains(new PortId("P2"));
      assertThat(offer.route().avoid()).containsExactly("D3");
    }

    @Test
    void waitsWithAHeldJob() {
      job.clear();
      submit(SampleJobs.held(SampleJobs.anyOf("A")));
      ask(next("reroute").with("port", "P2"));
      dispatch.expectNoMessage(Duration.ZERO);
      ask(next("release"));
      assertThat(offered().route().port()).contains(new PortId("P2"));
    }
  }

  @Nested
  class SkipItem {
    private void skip(int item, Underway... underway) {
      ask(next("skipItem").with("item", Integer.toString(item)));
      tell(withheld(), underway);
    }

    @Test
    void letsGoOfWhatNothingIsUnderWayFor() {
      skip(1);
      assertThat(answer().done()).isTrue();
      assertThat(offered().open()).containsExactly(open(0, A), open(2, C));
      assertThat(state().requests().get(1).reason()).isEqualTo("just because");
    }

    @Test
    void putsBackWhatIsInACarrier() {
      pickA("t1");
      skip(0);
      assertThat(answer().done()).isFalse();
      assertThat(offered().open().get(0))
          .isEqualTo(new JobNotice.OpenRequest(0, List.of(A), Optional.of(A), true));
      report(putBack("t2", 0, A));
      assertThat(phases())
          .containsExactly(RequestPhase.RETURNED, RequestPhase.PENDING, RequestPhase.PENDING);
      assertThat(state().requests().get(0).reason()).isEqualTo("just because");
    }

    @Test
    void waitsForTheTaskThatMayStillPickIt() {
      skip(0, lift("t1", 0, 1));
      assertThat(answer()).matches(a -> !a.done() && a.promisedAt().equals(Optional.of(PROMISE)));
      startLift("t1", 0, 1);
      report(lift("t0", 0, List.of(), List.of()));
      assertThat(phases().get(0)).isEqualTo(RequestPhase.PICKING);
      report(lift("t1", 10, List.of(new ServedRequest(ID, 1, B)), List.of()));
      assertThat(phases())
          .containsExactly(RequestPhase.SKIPPED, RequestPhase.IN_TRANSIT, RequestPhase.PENDING);
    }

    @Test
    void putsBackWhatWasPickedMeanwhile() {
      skip(0, lift("t1", 0));
      startLift("t1", 0);
      report(lift("t1", 10, List.of(new ServedRequest(ID, 0, A)), List.of()));
      assertThat(phases().get(0)).isEqualTo(RequestPhase.IN_TRANSIT);
      assertThat(state().requests().get(0).unwanted()).isTrue();
      report(putBack("t2", 0, A));
      assertThat(phases().get(0)).isEqualTo(RequestPhase.RETURNED);
    }

    @Test
    void letsGoOfATaskThatNeverCame() {
      skip(0, lift("t1", 0));
      offered();
      job.runCommand(JobCommand.Reminder.OFFER_AGAIN);
      tell(withheld());
      assertThat(phases().get(0)).isEqualTo(RequestPhase.SKIPPED);
    }

    @Test
    void letsGoOfATubeThatWasLostOnItsWayBack() {
      submitAgain(SampleJobs.anyOf("A", "B"), SampleJobs.anyOf("C"));
      pickA("t1");
      skip(0);
      report(lift("t2", 3, List.of(), List.of(missed(0, A))));
      assertThat(phases()).containsExactly(RequestPhase.SKIPPED, RequestPhase.PENDING);
    }

    private void submitAgain(JobSpec.TubeRequest... requests) {
      job.clear();
      submit(SampleJobs.spec(requests));
      offered();
    }

    @Test
    void endsAJobThatNothingIsLeftOf() {
      skip(0);
      skipNext(1);
      skipNext(2);
      assertThat(state().phase()).isEqualTo(JobPhase.COMPLETED_WITH_EXCEPTIONS);
      assertThat(state().reason()).isEqualTo("3 of 3 requests were skipped");
    }

    private void skipNext(int item) {
      offered();
      skip(item);
    }
  }

  @Nested
  class RetryItem {
    @Test
    void asksForATubeOnceMore() {
      report(lift("t1", 10, List.of(), List.of(missed(0, A))));
      assertThat(phases().get(0)).isEqualTo(RequestPhase.NOT_FOUND);
      dispatch.receiveSeveralMessages(2);
      ask(next("retryItem").with("item", "0"));
      assertThat(answer().done()).isTrue();
      assertThat(phases().get(0)).isEqualTo(RequestPhase.PENDING);
      assertThat(offered()).matches(o -> o.why() == Why.RETRIED && o.open().contains(open(0, A)));
    }

    @Test
    void wantsWhatIsOnItsWayBack() {
      pickA("t1");
      ask(next("skipItem").with("item", "0"));
      tell(withheld());
      ask(next("retryItem").with("item", "0"));
      report(putBack("t2", 0, A));
      assertThat(phases().get(0)).isEqualTo(RequestPhase.PENDING);
    }
  }
}
