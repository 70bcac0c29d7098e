package org.givre.orchestrator.api;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.orchestrator.job.DispatchMessage;
import org.givre.orchestrator.job.JobDirectory;
import org.givre.orchestrator.job.JobNotice;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.Withhold;
import org.givre.orchestrator.job.JobReport;
import org.givre.orchestrator.job.Underway;
import org.givre.orchestrator.view.SmallStore;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** Dispatch as jobs see it: it plans nothing by itself, and says what a test has it say. */
final class ScriptedDispatch {
  private static final Cause CAUSE = Cause.policy("dispatch", "", "");

  private final ActorRef<JobNotice> nobody;
  private final Map<JobId, List<Underway>> underway = new ConcurrentHashMap<>();
  private final Map<JobId, Intent> intents = new ConcurrentHashMap<>();

  ScriptedDispatch(ActorSystem<?> system) {
    nobody = system.ignoreRef();
  }

  Behavior<DispatchMessage> behavior(JobDirectory jobs) {
    return Behaviors.receiveMessage(
        notice -> {
          if (notice instanceof Offered offered) {
            intents.put(offered.job(), offered.intent());
            if (offered.intent() != Intent.SERVE) {
              jobs.job(offered.job()).tell(standing(offered.job(), Optional.empty()));
            }
          } else if (notice instanceof Withhold asked) {
            jobs.job(asked.job()).tell(standing(asked.job(), Optional.of(asked.question())));
          }
          return Behaviors.same();
        });
  }

  private JobReport standing(JobId job, Optional<String> question) {
    var tasks = underway.getOrDefault(job, List.of());
    var end = tasks.stream().map(Underway::expectedEnd).max(Instant::compareTo);
    return new JobReport.ReportStanding(
        question, intents.getOrDefault(job, Intent.SERVE), tasks, end.orElse(Instant.EPOCH), CAUSE);
  }

  /** From now on a lift is under way for the job's first request. */
  void lifts(JobId job, String taskId, Instant until) {
    underway.put(
        job,
        List.of(
            new Underway(
                taskId,
                Optional.of(SmallStore.R1),
                Instant.EPOCH,
                until,
                new TreeSet<>(List.of(0)))));
  }

  static JobReport planned(long version) {
    return new JobReport.ReportPlanned(
        version,
        100,
        OptionalDouble.of(90),
        Instant.parse("2100-01-01T00:00:00Z"),
        Instant.parse("2100-01-02T00:00:00Z"),
        new TreeMap<>(Map.of(0, new TubeId("T1"))),
        List.of(),
        CAUSE);
  }

  static JobReport liftStarted(String taskId) {
    return new JobReport.ReportLiftStarted(taskId, SmallStore.R1, List.of(0), CAUSE);
  }

  JobReport delivered(JobId job) {
    return delivered(job, 0, "T1");
  }

  /** A request's tube is at the port. */
  JobReport delivered(JobId job, int request, String tube) {
    var delivery =
        new Delivery(
            job, request, new TubeId(tube), SmallStore.PORT, 1, Instant.EPOCH, 20, 12, 2, -171);
    return ended("unload-" + request, List.of(delivery));
  }

  /** A task is over that has brought nothing. */
  JobReport ended(String taskId) {
    return ended(taskId, List.of());
  }

  private JobReport ended(String taskId, List<Delivery> deliveries) {
    return new JobReport.ReportTaskEnded(
        taskId, SmallStore.PICKER, 1, List.of(), List.of(), deliveries, List.of(), CAUSE, nobody);
  }

  static JobReport gone(int request, String tube) {
    return new JobReport.ReportGone(request, new TubeId(tube), "it has left the store", CAUSE);
  }

  static JobReport expired() {
    return new JobReport.ReportExpired(CAUSE);
  }
}
