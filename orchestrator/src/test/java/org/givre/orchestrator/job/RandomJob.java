package org.givre.orchestrator.job;

import akka.actor.testkit.typed.javadsl.TestInbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.givre.devices.action.Action;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobSpec.TubeRequest;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** Throws dice for a job: what it asks for, what operators want of it and what it is told. */
final class RandomJob {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static final List<Intent> INTENTS = List.of(Intent.values());
  private static final JobId ID = new JobId("job-1");
  private static final PickerId PICKER = new PickerId("picker-1");
  private static final RackId RACK = new RackId("R1");
  private static final Cause CAUSE = Cause.policy("test", "job-1", "");

  private final SplittableRandom dice;
  private final JobSpec spec;

  RandomJob(long seed) {
    dice = new SplittableRandom(seed);
    var requests =
        IntStream.range(0, 1 + dice.nextInt(3))
            .mapToObj(
                i ->
                    dice.nextBoolean()
                        ? SampleJobs.anyOf("A" + i)
                        : SampleJobs.anyOf("A" + i, "B" + i))
            .toArray(TubeRequest[]::new);
    var deadline = Optional.of(NOON.plusSeconds(60)).filter(at -> dice.nextBoolean());
    spec = SampleJobs.spec(dice.nextInt(4) == 0, deadline, requests);
  }

  JobState job() {
    return JobState.of(ID, spec, NOON);
  }

  /** What a verb or a report leads to, news or not. */
  List<JobEvent> effects(JobState job) {
    return dice.nextInt(3) == 0
        ? new JobVerbs(job, standing(job)).rule(action(), "why").effects()
        : report(job).news(job);
  }

  private Action action() {
    var type = JobVerbs.ALL.get(dice.nextInt(JobVerbs.ALL.size()));
    if (type.equals("cancel") && dice.nextInt(3) > 0) {
      type = "pause";
    }
    return Action.of("a", type)
        .with("priority", Integer.toString(1 + dice.nextInt(9)))
        .with("port", "P" + dice.nextInt(3))
        .with("item", Integer.toString(request()));
  }

  private JobReport report(JobState job) {
    return switch (dice.nextInt(14)) {
      case 0 -> planned();
      case 1 -> new JobReport.ReportUnplanned(dice.nextInt(9), List.of(), CAUSE);
      case 2 -> new JobReport.ReportBlocked(List.of(), CAUSE);
      case 3, 4 -> new JobReport.ReportLiftStarted(task(), RACK, requests(), CAUSE);
      case 5 -> picked();
      case 6 -> new JobReport.ReportDelivered(task(), delivery(), CAUSE);
      case 7, 8 -> ended();
      case 9 -> gone();
      case 10 -> new JobReport.ReportExpired(CAUSE);
      default -> told(job);
    };
  }

  private JobReport planned() {
    var request = request();
    var chosen = new TreeMap<Integer, TubeId>();
    chosen.put(request, tube(request));
    var version = dice.nextInt(9);
    return new JobReport.ReportPlanned(
        version, 9, OptionalDouble.empty(), NOON, NOON, chosen, List.of(), CAUSE);
  }

  private JobReport picked() {
    var request = request();
    return new JobReport.ReportPicked(request, tube(request), PICKER, CAUSE);
  }

  private JobReport gone() {
    var request = dice.nextInt(4) == 0 ? request() : 0;
    return new JobReport.ReportGone(request, tube(request), "gone", CAUSE);
  }

  private JobReport ended() {
    var request = request();
    var what = dice.nextInt(6);
    var finding = dice.nextBoolean() ? Finding.EMPTY : Finding.MISMATCH;
    var tube = tube(request);
    return new JobReport.ReportTaskEnded(
        task(),
        PICKER,
        dice.nextInt(3),
        what == 0 ? List.of(new ServedRequest(ID, request, tube)) : List.of(),
        what == 1 ? List.of(new MissedRequest(ID, request, tube, finding)) : List.of(),
        what == 2 ? List.of(delivery()) : List.of(),
        what == 3 ? List.of(back(request, tube)) : List.of(),
        CAUSE,
        TestInbox.<JobNotice>create().getRef());
  }

  private static Returned back(int request, TubeId tube) {
    var position = new Position(RACK, 1, Well.parse("A1"));
    return new Returned(ID, request, tube, position, NOON, 60, 14, 3, -168);
  }

  private Delivery delivery() {
    var request = request();
    return new Delivery(ID, request, tube(request), new PortId("P1"), 1, NOON, 20, 12, 2, -171);
  }

  private JobReport told(JobState job) {
    var standing = standing(job);
    var intent = dice.nextInt(4) == 0 ? INTENTS.get(dice.nextInt(3)) : job.intent();
    return new JobReport.ReportStanding(
        Optional.empty(), intent, standing.underway(), standing.promisedAt(), CAUSE);
  }

  private Standing standing(JobState job) {
    var all = standings(job).toList();
    return all.get(dice.nextInt(all.size()));
  }

  /** Nothing, a task that is known to be open or unknown, and one for everything. */
  Stream<Standing> standings(JobState job) {
    var tasks = new ArrayList<>(job.openTasks());
    tasks.add(task());
    var some = under(tasks.get(dice.nextInt(tasks.size())), requests());
    var all = under("t9", IntStream.range(0, spec.requests().size()).boxed().toList());
    return Stream.of(List.<Underway>of(), List.of(some), List.of(all))
        .map(underway -> new Standing(underway, NOON.plusSeconds(dice.nextInt(99))));
  }

  private Underway under(String task, List<Integer> requests) {
    var rack = Optional.of(RACK).filter(r -> dice.nextBoolean());
    return new Underway(task, rack, NOON, NOON.plusSeconds(60), new TreeSet<>(requests));
  }

  private String task() {
    return "t" + dice.nextInt(6);
  }

  private int request() {
    return dice.nextInt(spec.requests().size());
  }

  private List<Integer> requests() {
    return IntStream.range(0, spec.requests().size())
        .filter(i -> dice.nextBoolean())
        .boxed()
        .toList();
  }

  private TubeId tube(int request) {
    var candidates = spec.requests().get(request).candidates();
    return candidates.get(dice.nextInt(candidates.size()));
  }
}
