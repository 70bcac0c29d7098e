package org.givre.orchestrator.job;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.devices.time.SettableClock;
import org.givre.orchestrator.job.JobCommand.Answer;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.BeforeEach;

/** A job under test, with the commands that tests send to it. */
abstract class JobBench {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final JobId ID = new JobId("job-1");
  static final TubeId A = new TubeId("A");
  static final TubeId B = new TubeId("B");
  static final TubeId C = new TubeId("C");
  static final PickerId PICKER = new PickerId("picker-1");
  static final RackId RACK = new RackId("R1");
  static final Cause CAUSE = Cause.policy("test", "job-1", "command-1");

  final SettableClock clock = new SettableClock(NOON);
  final TestProbe<JobNotice> dispatch;
  private final ActorTestKit akka;
  EventSourcedBehaviorTestKit<JobCommand, Recorded<JobEvent>, Optional<JobState>> job;

  JobBench(ActorTestKit akka) {
    this.akka = akka;
    dispatch = akka.createTestProbe(JobNotice.class);
  }

  @BeforeEach
  void aJobThatNobodySubmitted() {
    job =
        EventSourcedBehaviorTestKit.create(
            akka.system(),
            Job.create(ID, dispatch.ref(), clock.engineTime()),
            EventSourcedBehaviorTestKit.enabledSerializationSettings()
                .withVerifyEquality(true)
                .withVerifyCommands(false)
                .withVerifyState(false));
    job.clear();
  }

  EventSourcedBehaviorTestKit.CommandResultWithReply<
          JobCommand, Recorded<JobEvent>, Optional<JobState>, Answer>
      submit(JobSpec spec) {
    return job.runCommand(replyTo -> new JobCommand.Submit(spec, CAUSE, replyTo));
  }

  EventSourcedBehaviorTestKit.CommandResultWithReply<
          JobCommand, Recorded<JobEvent>, Optional<JobState>, ActionAnswer>
      act(Action action) {
    return job.runCommand(replyTo -> new JobCommand.Act(action, CAUSE, replyTo));
  }

  static Action action(String type) {
    return Action.of("action-1", type);
  }

  CommandResult<JobCommand, Recorded<JobEvent>, Optional<JobState>> report(JobReport report) {
    return job.runCommand(report);
  }

  CommandResult<JobCommand, Recorded<JobEvent>, Optional<JobState>> plan(
      long version, SortedMap<Integer, TubeId> chosen) {
    return report(
        new JobReport.ReportPlanned(
            version, 100, OptionalDouble.of(90), NOON, NOON, chosen, List.of(), CAUSE));
  }

  JobReport lift(
      String task, double tubeSeconds, List<ServedRequest> picked, List<MissedRequest> missed) {
    return new JobReport.ReportTaskEnded(
        task, PICKER, tubeSeconds, picked, missed, List.of(), List.of(), CAUSE, dispatch.ref());
  }

  JobReport unload(String task, double tubeSeconds, Delivery delivery) {
    return new JobReport.ReportTaskEnded(
        task,
        PICKER,
        tubeSeconds,
        List.of(),
        List.of(),
        List.of(delivery),
        List.of(),
        CAUSE,
        dispatch.ref());
  }

  static Delivery delivery(int request, TubeId tube) {
    return new Delivery(ID, request, tube, new PortId("P1"), 1, NOON, 20, 12, 2, -171);
  }

  static MissedRequest missed(int request, TubeId tube) {
    return new MissedRequest(ID, request, tube, Finding.EMPTY);
  }

  static Blocker blocker(Instant since) {
    return new Blocker("tube-reserved", "A", Optional.of("job-0"), since, "");
  }

  static JobNotice.OpenRequest open(int index, TubeId... tubes) {
    return new JobNotice.OpenRequest(index, List.of(tubes), Optional.empty(), false);
  }

  static JobNotice.OpenRequest inTransit(int index, TubeId tube) {
    return new JobNotice.OpenRequest(index, List.of(tube), Optional.of(tube), false);
  }

  JobNotice.Offered offered() {
    return (JobNotice.Offered) dispatch.receiveMessage();
  }

  JobState state() {
    return job.getState().orElseThrow();
  }

  List<RequestPhase> phases() {
    return state().requests().stream().map(RequestState::phase).toList();
  }
}
