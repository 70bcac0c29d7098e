package org.givre.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.orchestrator.job.JobEvent.JobActed;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.orchestrator.job.JobNotice.Withhold;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.BeforeEach;

/** A job in the queue, and the operator and the dispatch that speak to it. */
abstract class JobActBench extends JobBench {
  static final Instant PROMISE = NOON.plusSeconds(75);

  final TestProbe<ActionAnswer> operator;
  private int actions;

  JobActBench(ActorTestKit akka) {
    super(akka);
    operator = akka.createTestProbe(ActionAnswer.class);
  }

  /** Three tubes; dispatch knows of it. */
  @BeforeEach
  void aJobInTheQueue() {
    submit(SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B"), SampleJobs.anyOf("C")));
    offered();
  }

  Action next(String type) {
    return Action.of("action-" + ++actions, type);
  }

  /** What is journalled at once, while the operator waits for the answer. */
  List<JobEvent> ask(Action action) {
    var who = action.cause("ada", "just because", ID.value());
    return events(job.runCommand(new JobCommand.Act(action, who, operator.ref())).events());
  }

  static List<JobEvent> events(List<Recorded<JobEvent>> recorded) {
    return recorded.stream().map(Recorded::event).toList();
  }

  static JobEvent accepted(Action action) {
    return new JobActed(action.decided(Optional.empty()));
  }

  static JobEvent refused(Action action, String code) {
    return new JobActed(action.decided(Optional.of(code)));
  }

  ActionAnswer answer() {
    return operator.receiveMessage();
  }

  Withhold withheld() {
    return dispatch.expectMessageClass(Withhold.class);
  }

  /** Dispatch answers that these tasks are under way. */
  List<JobEvent> tell(Withhold asked, Underway... underway) {
    return stand(Optional.of(asked.question()), state().intent(), underway);
  }

  /** Dispatch says unasked how things stand. */
  List<JobEvent> tell(Underway... underway) {
    return stand(Optional.empty(), state().intent(), underway);
  }

  List<JobEvent> stand(Optional<String> question, Intent heard, Underway... underway) {
    var until = underway.length == 0 ? NOON : PROMISE;
    var report = new JobReport.ReportStanding(question, heard, List.of(underway), until, CAUSE);
    return events(report(report).events());
  }

  static Underway lift(String task, Integer... requests) {
    var served = new TreeSet<>(List.of(requests));
    return new Underway(task, Optional.of(RACK), NOON, PROMISE, served);
  }

  void startLift(String task, Integer... requests) {
    report(new JobReport.ReportLiftStarted(task, RACK, List.of(requests), CAUSE));
  }

  /** Its lift is over, and tube A in a carrier. */
  void pickA(String task) {
    startLift(task, 0);
    report(lift(task, 10, List.of(new ServedRequest(ID, 0, A)), List.of()));
    dispatch.receiveSeveralMessages(2);
  }

  JobReport putBack(String task, int request, TubeId tube) {
    var position = new Position(RACK, 1, Well.parse("A1"));
    var returned = new Returned(ID, request, tube, position, NOON, 60, 14, 3, -168);
    return new JobReport.ReportTaskEnded(
        task, PICKER, 5, List.of(), List.of(), List.of(), List.of(returned), CAUSE, dispatch.ref());
  }

  void assertOffered(Intent intent, Why why) {
    assertThat(offered()).extracting(Offered::intent, Offered::why).containsExactly(intent, why);
  }

  void pause(Underway... underway) {
    ask(next("pause"));
    tell(withheld(), underway);
    answer();
    assertOffered(Intent.PAUSE, Why.PAUSED);
  }
}
