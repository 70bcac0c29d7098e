package org.givre.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.job.SampleStates.A;
import static org.givre.orchestrator.job.SampleStates.B;
import static org.givre.orchestrator.job.SampleStates.NOON;
import static org.givre.orchestrator.job.SampleStates.PICKER;
import static org.givre.orchestrator.job.SampleStates.RACK;
import static org.givre.orchestrator.job.SampleStates.standing;
import static org.givre.orchestrator.job.SampleStates.task;

import akka.actor.testkit.typed.javadsl.TestInbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.givre.devices.action.Action;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.orchestrator.job.JobReport.ReportDelivered;
import org.givre.orchestrator.job.JobReport.ReportLiftStarted;
import org.givre.orchestrator.job.JobReport.ReportPicked;
import org.givre.orchestrator.job.JobReport.ReportStanding;
import org.givre.orchestrator.job.JobReport.ReportTaskEnded;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lives of jobs, cut by a crash after every write: news of what is under way are lost, ends of
 * tasks are told again, standings are told anew. A life comes to the same end each time.
 */
class JobCrashTest {
  private static final Cause CAUSE = Cause.policy("test", "job-1", "");

  /** A job's life: what operators do and dispatch tells, in order. */
  private record Life(String name, List<Step> steps) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** One message, and what follows from it. */
  private record Step(Class<?> kind, Function<JobState, List<JobEvent>> effects) {
    boolean mayBeLost() {
      return kind == ReportLiftStarted.class
          || kind == ReportPicked.class
          || kind == ReportDelivered.class;
    }

    boolean isToldAgain() {
      return kind == ReportTaskEnded.class;
    }

    boolean isReport() {
      return kind != Action.class;
    }

    JobState after(JobState job) {
      return job.after(job.news(effects.apply(job), NOON), NOON);
    }
  }

  private static Step told(JobReport report) {
    return new Step(report.getClass(), report::news);
  }

  private static Step asked(String type, Underway... underway) {
    var action = Action.of("a", type).with("item", "0").with("priority", "8");
    return new Step(
        Action.class, job -> new JobVerbs(job, standing(underway)).rule(action, "why").effects());
  }

  private static Step lift(String id, Integer... requests) {
    return told(new ReportLiftStarted(id, RACK, List.of(requests), CAUSE));
  }

  private static Step picks(int request, TubeId tube) {
    return told(new ReportPicked(request, tube, PICKER, CAUSE));
  }

  private static Delivery delivery(int request, TubeId tube) {
    var port = new PortId("P1");
    return new Delivery(SampleStates.ID, request, tube, port, 1, NOON, 20, 12, 2, -171);
  }

  private static Step delivers(String id, int request, TubeId tube) {
    return told(new ReportDelivered(id, delivery(request, tube), CAUSE));
  }

  private static Step stands(JobNotice.Intent intent, Underway... tasks) {
    return told(new ReportStanding(Optional.empty(), intent, List.of(tasks), NOON, CAUSE));
  }

  private static ServedRequest served(int request, TubeId tube) {
    return new ServedRequest(SampleStates.ID, request, tube);
  }

  private static Returned returned(int request, TubeId tube) {
    var position = new Position(RACK, 1, Well.parse("A1"));
    return new Returned(SampleStates.ID, request, tube, position, NOON, 60, 14, 3, -168);
  }

  private static Step ended(String id, ServedRequest... picked) {
    return ended(id, List.of(picked), List.of(), List.of());
  }

  private static Step ended(
      String id, List<ServedRequest> picked, List<Delivery> delivered, List<Returned> returned) {
    var noted = TestInbox.<JobNotice>create().getRef();
    return told(
        new ReportTaskEnded(id, PICKER, 5, picked, List.of(), delivered, returned, CAUSE, noted));
  }

  private static final JobNotice.Intent PAUSE = JobNotice.Intent.PAUSE;
  private static final JobNotice.Intent CANCEL = JobNotice.Intent.CANCEL;

  static Stream<Life> lives() {
    return Stream.of(
        new Life(
            "paused during a lift, emptied, resumed and delivered",
            List.of(
                lift("t1", 0, 1),
                picks(0, A),
                asked("pause", task("t1", 0, 1)),
                ended("t1", served(0, A)),
                stands(PAUSE),
                stands(PAUSE, task("t2", 0)),
                ended("t2", List.of(), List.of(), List.of(returned(0, A))),
                stands(PAUSE),
                asked("resume"),
                lift("t3", 0, 1),
                picks(1, B),
                ended("t3", served(0, A), served(1, B)),
                delivers("u1", 1, B),
                ended("u1", List.of(), List.of(delivery(0, A), delivery(1, B)), List.of()))),
        new Life(
            "cancelled with a tube in a carrier and a lift under way",
            List.of(
                lift("t1", 0),
                ended("t1", served(0, A)),
                lift("t2", 1),
                asked("cancel"),
                stands(CANCEL, task("t2", 1)),
                picks(1, B),
                ended("t2", served(1, B)),
                stands(CANCEL, task("t3", 0, 1)),
                ended("t3", List.of(), List.of(), List.of(returned(0, A), returned(1, B))),
                stands(CANCEL))),
        new Life(
            "skipped while it is picked, delivered otherwise",
            List.of(
                asked("skipItem", task("t1", 0, 1)),
                lift("t1", 0, 1),
                picks(0, A),
                ended("t1", served(0, A), served(1, B)),
                ended("t2", List.of(), List.of(), List.of(returned(0, A))),
                delivers("u1", 1, B),
                ended("u1", List.of(), List.of(delivery(1, B)), List.of()))),
        new Life(
            "skipped in time, asked for again and delivered",
            List.of(
                asked("skipItem", task("t1", 0)),
                ended("t1"),
                asked("retryItem"),
                lift("t2", 0, 1),
                ended("t2", served(0, A), served(1, B)),
                delivers("u1", 0, A),
                ended("u1", List.of(), List.of(delivery(0, A), delivery(1, B)), List.of()))));
  }

  private static JobState born() {
    var spec = SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B"));
    return JobState.of(SampleStates.ID, spec, NOON);
  }

  private static JobState live(JobState from, List<Step> steps) {
    var job = from;
    for (var step : steps) {
      job = step.after(job);
    }
    return job;
  }

  @ParameterizedTest
  @MethodSource("lives")
  void comesToTheSameEndWhereverItIsCut(Life life) {
    var uncut = live(born(), life.steps());
    assertThat(uncut.phase().terminal()).isTrue();
    for (int cut = 1; cut <= life.steps().size(); cut++) {
      var done = life.steps().subList(0, cut);
      var again = done.stream().filter(Step::isToldAgain).toList();
      var recovered = live(live(born(), done), again);
      var rest = life.steps().subList(cut, life.steps().size());
      assertThat(live(recovered, rest)).as("cut after step %d", cut).isEqualTo(uncut);
    }
  }

  @ParameterizedTest
  @MethodSource("lives")
  void comesToTheSameEndWhicheverNewsAreLost(Life life) {
    var uncut = live(born(), life.steps());
    var lossy = life.steps().stream().filter(Step::mayBeLost).toList();
    for (int lost = 0; lost < 1 << lossy.size(); lost++) {
      var mask = lost;
      var gone =
          IntStream.range(0, lossy.size())
              .filter(i -> (mask >> i & 1) == 1)
              .mapToObj(lossy::get)
              .toList();
      var heard = new ArrayList<>(life.steps());
      heard.removeAll(gone);
      var end = live(born(), heard);
      assertThat(end.phase()).as("without %s", gone).isEqualTo(uncut.phase());
      assertThat(end.requests()).isEqualTo(uncut.requests());
      assertThat(end.actualTubeSeconds()).isEqualTo(uncut.actualTubeSeconds());
    }
  }

  @ParameterizedTest
  @MethodSource("lives")
  void hearsEveryReportTwiceWithoutHarm(Life life) {
    var twice = life.steps().stream().flatMap(s -> s.isReport() ? Stream.of(s, s) : Stream.of(s));
    assertThat(live(born(), twice.toList())).isEqualTo(live(born(), life.steps()));
  }
}
