package org.givre.orchestrator.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.orchestrator.dispatch.DispatchEvent;
import org.givre.orchestrator.job.Asked;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.orchestrator.job.Route;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.orchestrator.job.Underway;
import org.givre.orchestrator.session.SessionEvent;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** Events of every kind, with every field set. The golden files hold exactly these. */
final class SampleEvents {
  static final List<Class<? extends JournalEvent>> KINDS =
      List.of(JobEvent.class, DispatchEvent.class, SessionEvent.class);

  private static final Instant AT = Instant.parse("2026-11-23T12:34:56.789012Z");
  private static final PickerId PICKER = new PickerId("picker-1");
  private static final JobId JOB = new JobId("01JDC5YQ8Z3M9V6T4R2N0W1XKP");
  private static final RackId RACK = new RackId("D1-R01");
  private static final PortId PORT = new PortId("P1");
  private static final TubeId FIRST = new TubeId("FD00000042");
  private static final TubeId SECOND = new TubeId("FD00000043");

  private SampleEvents() {}

  static List<JournalEvent> all() {
    return List.of(
        new SessionEvent.SessionStarted("0.1.0", 60.5, -7, true),
        submitted(),
        new JobEvent.JobReleased(),
        planned(OptionalDouble.of(399.5)),
        new JobEvent.JobUnplanned(4),
        new JobEvent.JobBlocked(List.of(blocker())),
        new JobEvent.LiftJoined("task-9", RACK, List.of(0, 2)),
        new JobEvent.RequestPicked(2, FIRST, PICKER),
        new JobEvent.CandidateMissed(1, SECOND, Finding.MISMATCH),
        new JobEvent.RequestDelivered("task-10", 2, FIRST, PORT, 7, AT, 44.5, 12.25, -171.5),
        new JobEvent.RequestFailed(1, SECOND, RequestPhase.NOT_FOUND, "well C7 was empty"),
        new JobEvent.ExposureShared("task-9", 1234.5),
        new JobEvent.JobEnded(JobPhase.COMPLETED_WITH_EXCEPTIONS, "1 of 3 failed"),
        new JobEvent.JobActed(
            new ActionRecord(
                "01JDC5YQ8Z3M9V6T4R2N0W1XKQ",
                "skipItem",
                new TreeMap<>(Map.of("item", "3")),
                Optional.of("item-over"))),
        new JobEvent.JobPausing(AT.plusSeconds(75), underway()),
        new JobEvent.JobPaused(),
        new JobEvent.JobResumed(),
        new JobEvent.JobCancelling("wrong study", Optional.of(AT.plusSeconds(80)), underway()),
        new JobEvent.JobReprioritized(8),
        new JobEvent.JobRerouted(
            new Route(
                Optional.of(PICKER), Optional.of(PORT), new TreeSet<>(List.of("D3", "picker-2")))),
        new JobEvent.RequestSkipped(1, "found elsewhere"),
        new JobEvent.RequestUnwanted(2, "task-9", "found elsewhere"),
        new JobEvent.RequestReturned(
            "task-11", 2, FIRST, new Position(RACK, 3, new Well(2, 7)), AT, 61.5, 14.75, -168.25),
        new JobEvent.RequestRetried(1),
        new JobEvent.CompanyAwaited(
            new CompanyWait(
                new TreeSet<>(List.of(0, 2)),
                Optional.of(AT.plusSeconds(3_600)),
                OptionalDouble.of(2211.5),
                OptionalDouble.of(1204.25))),
        new JobEvent.CompanyDeclined(),
        adopted(),
        new DispatchEvent.PlanBounded(3, 2187.25),
        new DispatchEvent.TaskIssued("task-9"),
        new DispatchEvent.TaskSettled("task-9", true, false),
        new DispatchEvent.SiteActed(
            new ActionRecord(
                "01JDC5YQ8Z3M9V6T4R2N0W1XKQ",
                "holdAll",
                new TreeMap<>(Map.of("note", "n")),
                Optional.of("revision-stale"))));
  }

  /** A plan that serves other jobs too, so that its bound is not the job's. */
  static JobEvent sharedPlan() {
    return planned(OptionalDouble.empty());
  }

  /** A job whose submission can be repeated, and that repeats another. */
  static JobEvent keyedJob() {
    var plain = plainJob().spec();
    return new JobEvent.JobSubmitted(
        new JobSpec(
            plain.type(),
            plain.externalRef(),
            plain.requester(),
            plain.labels(),
            plain.priority(),
            plain.notBefore(),
            plain.dueAt(),
            plain.deadlineAt(),
            plain.hold(),
            plain.port(),
            plain.requests(),
            Optional.of(new JobSpec.Idempotency("key-7", "a1b2c3")),
            Optional.of(JOB)));
  }

  /** A job that says nothing that it need not say. */
  static JobEvent.JobSubmitted plainJob() {
    return new JobEvent.JobSubmitted(SampleJobs.spec(SampleJobs.anyOf(FIRST.value())));
  }

  static <E extends JournalEvent> Recorded<E> recorded(E event) {
    var cause = new Cause(Cause.Kind.POLICY, "dispatch", "as planned", "job-1", "task-9");
    return new Recorded<>(event, cause, AT.plusNanos(1_000), AT.minusSeconds(86_400));
  }

  private static List<Underway> underway() {
    var lift = new TreeSet<>(List.of(0, 2));
    return List.of(
        new Underway("task-9", Optional.of(RACK), AT, AT.plusSeconds(70), lift),
        new Underway("task-10", Optional.empty(), AT, AT.plusSeconds(60), new TreeSet<>()));
  }

  private static JobEvent submitted() {
    var specimen = new Asked.OfSpecimen(new SpecimenId("HG00096"), Optional.of("LCL"));
    return new JobEvent.JobSubmitted(
        new JobSpec(
            "retrieve",
            Optional.of("LIMS-7"),
            Optional.of("genomics-core"),
            new TreeMap<>(Map.of("study", "1000G")),
            9,
            Optional.of(AT.plusSeconds(1)),
            Optional.of(AT.plusSeconds(2)),
            Optional.of(AT.plusSeconds(3)),
            true,
            Optional.of(PORT),
            List.of(
                new JobSpec.TubeRequest(new Asked.NamedTube(FIRST), List.of(FIRST)),
                new JobSpec.TubeRequest(
                    new Asked.AnyOf(List.of(SECOND, FIRST)), List.of(SECOND, FIRST)),
                new JobSpec.TubeRequest(specimen, List.of(FIRST, SECOND))),
            Optional.empty(),
            Optional.empty()));
  }

  private static JobEvent planned(OptionalDouble bound) {
    return new JobEvent.JobPlanned(
        3,
        410.25,
        bound,
        AT.plusSeconds(60),
        AT.plusSeconds(90),
        new TreeMap<>(Map.of(0, FIRST, 2, SECOND)));
  }

  private static JobEvent.Blocker blocker() {
    return new JobEvent.Blocker(
        "tube-reserved", FIRST.value(), Optional.of(JOB.value()), AT, "until it is delivered");
  }

  private static DispatchEvent adopted() {
    var pick = new PickerTask.TubeToPick(FIRST, 3, new Well(2, 7), JOB, 4);
    var lift =
        new PickerTask.LiftTask("task-9", new DewarId("D1"), RACK, LiftMode.PARK, List.of(pick));
    var unload = new PickerTask.UnloadTask("task-10", PORT, List.of(FIRST));
    return new DispatchEvent.PlanAdopted(
        3,
        "submitted",
        "warmth-1",
        7,
        2211.81,
        2154.0,
        3459.712,
        List.of(
            new DispatchEvent.PlannedTask(PICKER, lift, AT, AT.plusSeconds(31), 2190.5),
            new DispatchEvent.PlannedTask(
                PICKER, unload, AT.plusSeconds(40), AT.plusSeconds(49), 21.31)),
        List.of(JOB));
  }
}
