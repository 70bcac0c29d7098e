package org.givre.orchestrator.job;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/** What dispatch reports to a job: facts, never refused, harmless when repeated. */
public sealed interface JobReport extends JobCommand {
  Cause cause();

  /** What the job may not have known yet; what it knows already changes nothing. */
  List<JobEvent> news(JobState job);

  /**
   * A plan that has a place for the job was adopted. Says nothing new of a plan that is known, nor
   * to a job that does not want to be served any more.
   *
   * @param addedTubeSeconds the job's share of the plan and of what is under way
   * @param lowerBoundTubeSeconds of the whole plan, where it serves this job alone; says nothing of
   *     a job that has had something before it
   * @param chosen tube by request, for those that wait for their lift
   * @param blockers what keeps the rest waiting
   */
  record ReportPlanned(
      long planVersion,
      double addedTubeSeconds,
      OptionalDouble lowerBoundTubeSeconds,
      Instant etaP50,
      Instant etaP95,
      SortedMap<Integer, TubeId> chosen,
      List<Blocker> blockers,
      Cause cause)
      implements JobReport {
    public ReportPlanned {
      chosen = new TreeMap<>(chosen);
      blockers = List.copyOf(blockers);
    }

    @Override
    public List<JobEvent> news(JobState job) {
      if (job.plan().filter(plan -> plan.version() >= planVersion).isPresent()
          || job.intent() != JobNotice.Intent.SERVE) {
        return List.of();
      }
      return List.of(planned(job), new JobEvent.JobBlocked(job.since(blockers)));
    }

    private JobEvent planned(JobState job) {
      return new JobEvent.JobPlanned(
          planVersion,
          job.actualTubeSeconds() + addedTubeSeconds,
          job.actualTubeSeconds() > 0 ? OptionalDouble.empty() : lowerBoundTubeSeconds,
          etaP50,
          etaP95,
          chosen);
    }
  }

  /** A plan without a place for the job was adopted, because of {@code blockers}. */
  record ReportUnplanned(long planVersion, List<Blocker> blockers, Cause cause)
      implements JobReport {
    public ReportUnplanned {
      blockers = List.copyOf(blockers);
    }

    @Override
    public List<JobEvent> news(JobState job) {
      var blocked = new JobEvent.JobBlocked(job.since(blockers));
      var lost = job.plan().filter(plan -> plan.version() < planVersion).isPresent();
      return lost ? List.of(new JobEvent.JobUnplanned(planVersion), blocked) : List.of(blocked);
    }
  }

  /** The job's place in the plan is what it was, but what blocks it has changed. */
  record ReportBlocked(List<Blocker> blockers, Cause cause) implements JobReport {
    public ReportBlocked {
      blockers = List.copyOf(blockers);
    }

    @Override
    public List<JobEvent> news(JobState job) {
      return List.of(new JobEvent.JobBlocked(job.since(blockers)));
    }
  }

  /** A lift for some of the job's requests has begun. */
  record ReportLiftStarted(String taskId, RackId rack, List<Integer> requests, Cause cause)
      implements JobReport {
    public ReportLiftStarted {
      requests = List.copyOf(requests);
    }

    @Override
    public List<JobEvent> news(JobState job) {
      return List.of(new JobEvent.LiftJoined(taskId, rack, requests));
    }
  }

  /** A request's tube is in a carrier: news of a lift under way. */
  record ReportPicked(int request, TubeId tube, PickerId picker, Cause cause) implements JobReport {
    @Override
    public List<JobEvent> news(JobState job) {
      return List.of(new JobEvent.RequestPicked(request, tube, picker));
    }
  }

  /** A request's tube stands at a port: news of an unload under way. */
  record ReportDelivered(String taskId, Delivery delivery, Cause cause) implements JobReport {
    @Override
    public List<JobEvent> news(JobState job) {
      return List.of(delivered(taskId, delivery));
    }
  }

  /**
   * A task that served the job is over: its part of what it brought about, and its share of the
   * exposure in weighted tube-seconds. Answered once it is durable.
   *
   * @param missed requests whose tube is not where it should have been, in its well or in the
   *     carrier; not those whose tube has stayed in the carrier as its well was taken
   */
  record ReportTaskEnded(
      String taskId,
      PickerId picker,
      double tubeSeconds,
      List<ServedRequest> picked,
      List<MissedRequest> missed,
      List<Delivery> deliveries,
      List<Returned> returned,
      Cause cause,
      ActorRef<JobNotice> replyTo)
      implements JobReport {
    public ReportTaskEnded {
      picked = List.copyOf(picked);
      missed = List.copyOf(missed);
      deliveries = List.copyOf(deliveries);
      returned = List.copyOf(returned);
    }

    @Override
    public List<JobEvent> news(JobState job) {
      if (job.endedTasks().contains(taskId)) {
        return List.of();
      }
      var news = new ArrayList<JobEvent>();
      picked.forEach(p -> news.add(new JobEvent.RequestPicked(p.request(), p.tube(), picker)));
      missed.forEach(m -> news.addAll(missed(job, m)));
      deliveries.forEach(d -> news.add(delivered(taskId, d)));
      returned.forEach(r -> news.add(back(taskId, r)));
      news.add(new JobEvent.ExposureShared(taskId, tubeSeconds));
      return news;
    }

    private static List<JobEvent> missed(JobState job, MissedRequest missed) {
      var event = new JobEvent.CandidateMissed(missed.request(), missed.tube(), missed.finding());
      if (!job.lastCandidate(missed.request(), missed.tube())) {
        return List.of(event);
      }
      var empty = missed.finding() == Finding.EMPTY;
      var failed =
          new JobEvent.RequestFailed(
              missed.request(),
              missed.tube(),
              empty ? RequestPhase.NOT_FOUND : RequestPhase.MISMATCH,
              empty ? "the well was empty" : "another tube stood in the well");
      return List.of(event, failed);
    }
  }

  /** No candidate of a request is in the store any more. */
  record ReportGone(int request, TubeId tube, String reason, Cause cause) implements JobReport {
    @Override
    public List<JobEvent> news(JobState job) {
      return List.of(new JobEvent.RequestFailed(request, tube, RequestPhase.NOT_FOUND, reason));
    }
  }

  /**
   * The deadline has passed and nothing was begun. Does not end a job that is on its way to a pause
   * or its end.
   */
  record ReportExpired(Cause cause) implements JobReport {
    @Override
    public List<JobEvent> news(JobState job) {
      var serving = job.intent() == JobNotice.Intent.SERVE;
      return !job.begun() && (serving || job.expiresAlone()) ? List.of(job.expired()) : List.of();
    }
  }

  /**
   * How things stand with dispatch: the answer to {@link JobNotice.Withhold} and to an offer of a
   * job that does not want to be served, and told again whenever it changes to such a job and to
   * one that waits to let a skipped request go.
   *
   * @param question of the {@link JobNotice.Withhold} that this answers; empty: none
   * @param intent what dispatch has heard last that the job wants
   * @param underway tasks that a picker has, or may have, for the job, and whose end has not been
   *     noted by all jobs
   * @param promisedAt when the last of them will be over; now, where there are none
   */
  record ReportStanding(
      Optional<String> question,
      JobNotice.Intent intent,
      List<Underway> underway,
      Instant promisedAt,
      Cause cause)
      implements JobReport {
    public ReportStanding {
      underway = List.copyOf(underway);
    }

    @Override
    public List<JobEvent> news(JobState job) {
      return Standing.of(this, job).news(job, intent);
    }
  }

  /**
   * Something is about to be done for a job that rests: it must not say any more that it is paused.
   * Answered once that is durable.
   *
   * @param standing how things will stand
   */
  record ReportAnnounced(String taskId, ReportStanding standing, ActorRef<JobNotice> replyTo)
      implements JobReport {
    @Override
    public Cause cause() {
      return standing.cause();
    }

    @Override
    public List<JobEvent> news(JobState job) {
      return standing.news(job);
    }
  }

  /**
   * How the job waits for company by now. A job that rests, or that was let go, does not wait.
   *
   * @param company exposures without what the job has had already
   */
  record ReportCompany(CompanyWait company, Cause cause) implements JobReport {
    @Override
    public List<JobEvent> news(JobState job) {
      var now = company.with(job.actualTubeSeconds());
      var waits = !job.goesAlone() && job.intent() == JobNotice.Intent.SERVE;
      return job.company().isNews(now) && (waits || !now.isWaiting())
          ? List.of(new JobEvent.CompanyAwaited(now))
          : List.of();
    }
  }

  /** Dispatch has started: the job should say what is open. */
  record ReportDispatchStarted(Cause cause) implements JobReport {
    @Override
    public List<JobEvent> news(JobState job) {
      return List.of();
    }
  }

  private static JobEvent delivered(String taskId, Delivery delivery) {
    return new JobEvent.RequestDelivered(
        taskId,
        delivery.request(),
        delivery.tube(),
        delivery.port(),
        delivery.slot(),
        delivery.at(),
        delivery.seconds(),
        delivery.weightedSeconds(),
        delivery.peakCelsius());
  }

  private static JobEvent back(String taskId, Returned returned) {
    return new JobEvent.RequestReturned(
        taskId,
        returned.request(),
        returned.tube(),
        returned.position(),
        returned.at(),
        returned.seconds(),
        returned.weightedSeconds(),
        returned.peakCelsius());
  }
}
