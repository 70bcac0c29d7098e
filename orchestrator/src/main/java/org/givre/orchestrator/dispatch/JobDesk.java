package org.givre.orchestrator.dispatch;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerNotice.Picked;
import org.givre.devices.picker.PickerNotice.Unloaded;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.orchestrator.dispatch.planning.Obstacles;
import org.givre.orchestrator.dispatch.planning.Obstacles.GoneTube;
import org.givre.orchestrator.dispatch.planning.PlanShares;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobDirectory;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobNotice;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobReport;
import org.givre.orchestrator.job.JobReport.ReportAnnounced;
import org.givre.orchestrator.job.JobReport.ReportBlocked;
import org.givre.orchestrator.job.JobReport.ReportCompany;
import org.givre.orchestrator.job.JobReport.ReportDelivered;
import org.givre.orchestrator.job.JobReport.ReportDispatchStarted;
import org.givre.orchestrator.job.JobReport.ReportExpired;
import org.givre.orchestrator.job.JobReport.ReportGone;
import org.givre.orchestrator.job.JobReport.ReportLiftStarted;
import org.givre.orchestrator.job.JobReport.ReportPicked;
import org.givre.orchestrator.job.JobReport.ReportPlanned;
import org.givre.orchestrator.job.JobReport.ReportStanding;
import org.givre.orchestrator.job.JobReport.ReportTaskEnded;
import org.givre.orchestrator.job.JobReport.ReportUnplanned;
import org.givre.plans.instance.Timing;
import org.givre.plans.store.JobId;

/** What dispatch says to jobs. All of it may be said again. */
final class JobDesk {
  private final JobDirectory jobs;
  private final Timing timing;
  private final ActorRef<JobNotice> self;

  JobDesk(JobDirectory jobs, Timing timing, ActorRef<JobNotice> self) {
    this.jobs = jobs;
    this.timing = timing;
    this.self = self;
  }

  /** Asks jobs what they have open: what was known of them is lost. */
  void askForOffers(Collection<JobId> ids) {
    ids.forEach(job -> tell(job, new ReportDispatchStarted(cause(job, "start"))));
  }

  /** Tells every job its part in the adopted plan, and what blocks the rest. */
  void tellPlan(DispatchState state, Workload workload, Obstacles obstacles, Instant now) {
    var shares = new PlanShares(timing, state.open().toList(), workload.carried());
    var news = new PlanNews(state, shares, now);
    for (var offer : workload.jobs()) {
      tell(offer.job(), news.of(offer.job(), obstacles.of(offer.job())));
    }
  }

  /** What an adopted plan means for each job. */
  private record PlanNews(DispatchState state, PlanShares shares, Instant now) {
    JobReport of(JobId job, List<Blocker> blockers) {
      var cause = cause(job, "plan-" + state.version());
      var delivery = shares.lastDelivery(job);
      if (delivery.isEmpty()) {
        return new ReportUnplanned(state.version(), blockers, cause);
      }
      return new ReportPlanned(
          state.version(),
          shares.tubeSeconds(job),
          bound(state, job),
          delivery.get(),
          PlanShares.late(delivery.get(), now),
          new TreeMap<>(shares.chosen(job)),
          blockers,
          cause);
    }
  }

  /** The plan's bound, where it is the job's alone. */
  private static OptionalDouble bound(DispatchState state, JobId job) {
    return state
        .plan()
        .filter(plan -> plan.jobs().equals(List.of(job)) && state.issued().isEmpty())
        .map(plan -> OptionalDouble.of(plan.lowerBoundTubeSeconds()))
        .orElse(OptionalDouble.empty());
  }

  /** Tells jobs what blocks them, where no new plan was adopted. */
  void tellObstacles(Workload workload, Obstacles obstacles) {
    for (var job : workload.jobs()) {
      var cause = cause(job.job(), "planning");
      tell(job.job(), new ReportBlocked(obstacles.of(job.job()), cause));
    }
  }

  void tellGone(RequestKey request, GoneTube gone) {
    var cause = cause(request.job(), "planning");
    tell(request.job(), new ReportGone(request.request(), gone.tube(), gone.reason(), cause));
  }

  /**
   * Tells a job what is under way for it, and by when that will be over.
   *
   * @param question the one that this answers; empty where the job has not asked
   */
  void tellStanding(Offered job, Optional<String> question, Standing standing) {
    tell(job.job(), report(job, question, standing));
  }

  private static ReportStanding report(Offered job, Optional<String> question, Standing standing) {
    return new ReportStanding(
        question,
        job.intent(),
        standing.underway(),
        standing.promisedAt(),
        cause(job.job(), "standing"));
  }

  /** Tells a job that a task is about to be issued for it; it answers with {@code Noted}. */
  void tellAnnounced(Offered job, String taskId, Standing standing) {
    tell(job.job(), new ReportAnnounced(taskId, report(job, Optional.empty(), standing), self));
  }

  void tellCompany(JobId job, CompanyWait company) {
    tell(job, new ReportCompany(company, cause(job, "planning")));
  }

  void tellExpired(JobId job) {
    tell(job, new ReportExpired(cause(job, "deadline")));
  }

  void tellLiftStarted(LiftTask lift) {
    lift.picks().stream()
        .map(TubeToPick::job)
        .distinct()
        .forEach(job -> tell(job, liftStarted(lift, job)));
  }

  private static JobReport liftStarted(LiftTask lift, JobId job) {
    var requests =
        lift.picks().stream().filter(p -> p.job().equals(job)).map(TubeToPick::request).toList();
    return new ReportLiftStarted(lift.taskId(), lift.rack(), requests, cause(job, lift.taskId()));
  }

  void tellPicked(Picked picked) {
    var cause = Cause.device(picked.picker().value(), picked.job().value(), picked.taskId());
    var report = new ReportPicked(picked.request(), picked.tube(), picked.picker(), cause);
    tell(picked.job(), report);
  }

  void tellUnloaded(Unloaded unloaded) {
    var job = unloaded.delivery().job();
    var cause = Cause.device(unloaded.picker().value(), job.value(), unloaded.taskId());
    tell(job, new ReportDelivered(unloaded.taskId(), unloaded.delivery(), cause));
  }

  /** Tells jobs their part of an ended task; they answer with {@link JobNotice.Noted}. */
  void tellEnded(Settlement settlement) {
    var ended = settlement.ended();
    for (var job : settlement.awaited()) {
      tell(
          job,
          new ReportTaskEnded(
              ended.taskId(),
              ended.picker(),
              settlement.tubeSeconds(job),
              ended.picked().stream().filter(p -> p.job().equals(job)).toList(),
              settlement.missed().stream().filter(m -> m.job().equals(job)).toList(),
              ended.deliveries().stream().filter(d -> d.job().equals(job)).toList(),
              ended.returned().stream().filter(r -> r.job().equals(job)).toList(),
              Cause.device(ended.picker().value(), job.value(), ended.taskId()),
              self));
    }
  }

  private void tell(JobId job, JobReport report) {
    jobs.job(job).tell(report);
  }

  private static Cause cause(JobId job, String causation) {
    return DeviceDesk.cause(job.value(), causation);
  }
}
