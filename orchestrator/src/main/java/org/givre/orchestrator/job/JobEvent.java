package org.givre.orchestrator.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.action.ActionEvent;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.orchestrator.job.JobState.PlanShare;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * What has happened to a job; each event knows the state it leads to. Requests are numbered from 0.
 */
public sealed interface JobEvent extends JournalEvent {

  /** The state that follows {@code before}, for an event journalled {@code at} engine time. */
  JobState after(JobState before, Instant at);

  /** A client's job was accepted; its first event. */
  record JobSubmitted(JobSpec spec) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before;
    }
  }

  /** A held job may go. */
  record JobReleased() implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(
          job -> {
            job.hold = false;
            job.advance(JobPhase.QUEUED, JobPhase.ACCEPTED);
          });
    }
  }

  /**
   * The job has a place in an adopted plan.
   *
   * @param predictedTubeSeconds of the whole job: what it has had, and what the plan adds
   * @param lowerBoundTubeSeconds of the whole plan, where it serves this job alone and all of it
   * @param chosen tube by request, for those that wait for their lift
   */
  record JobPlanned(
      long planVersion,
      double predictedTubeSeconds,
      OptionalDouble lowerBoundTubeSeconds,
      Instant etaP50,
      Instant etaP95,
      SortedMap<Integer, TubeId> chosen)
      implements JobEvent {
    public JobPlanned {
      etaP50 = etaP50.truncatedTo(ChronoUnit.MICROS);
      etaP95 = etaP95.truncatedTo(ChronoUnit.MICROS);
      chosen = new TreeMap<>(chosen);
    }

    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(
          job -> {
            job.plan = Optional.of(share());
            job.advance(JobPhase.PLANNED, JobPhase.QUEUED);
            job.eachRequest(r -> r.planned(Optional.ofNullable(chosen.get(r.index()))));
          });
    }

    private PlanShare share() {
      return new PlanShare(
          planVersion, predictedTubeSeconds, lowerBoundTubeSeconds, etaP50, etaP95);
    }
  }

  /** An adopted plan has no place for the job, though one before it had. */
  record JobUnplanned(long planVersion) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(
          job -> {
            job.plan = Optional.empty();
            job.advance(JobPhase.QUEUED, JobPhase.PLANNED);
            job.eachRequest(r -> r.planned(Optional.empty()));
          });
    }
  }

  /** What keeps parts of the job waiting has changed; an empty list when nothing does. */
  record JobBlocked(List<Blocker> blockers) implements JobEvent {
    public JobBlocked {
      blockers = List.copyOf(blockers);
    }

    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(job -> job.blockers = blockers);
    }
  }

  /** A lift for some of the job's requests has begun. */
  record LiftJoined(String taskId, RackId rack, List<Integer> requests) implements JobEvent {
    public LiftJoined {
      requests = List.copyOf(requests);
    }

    @Override
    public JobState after(JobState before, Instant at) {
      if (before.openTasks().contains(taskId) || before.endedTasks().contains(taskId)) {
        return before;
      }
      var lift = new RequestState.LiftUnderWay(taskId, rack, at);
      return before.changed(
          job -> {
            job.run();
            job.open(taskId);
            requests.forEach(i -> job.request(i, r -> r.picking(lift)));
          });
    }
  }

  /** A request's tube is in a carrier. */
  record RequestPicked(int request, TubeId tube, PickerId picker) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(
          job -> {
            job.run();
            job.request(request, r -> r.picked(tube, picker));
          });
    }
  }

  /** A tube was not where it should have been; the request waits for another, if there is one. */
  record CandidateMissed(int request, TubeId tube, Finding finding) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(job -> job.request(request, r -> r.missed(tube)));
    }
  }

  /**
   * A request's tube stands at a port.
   *
   * @param taskId the unload that brought it there
   */
  record RequestDelivered(
      String taskId,
      int request,
      TubeId tube,
      PortId port,
      int slot,
      Instant at,
      double seconds,
      double weightedSeconds,
      double peakCelsius)
      implements JobEvent {
    @Override
    public JobState after(JobState before, Instant journalled) {
      return before.changed(
          job -> {
            job.run();
            job.open(taskId);
            job.request(request, r -> r.delivered(tube, where()));
          });
    }

    private RequestState.Delivered where() {
      return new RequestState.Delivered(port, slot, at, seconds, weightedSeconds, peakCelsius);
    }
  }

  /** A request cannot be served. */
  record RequestFailed(int request, TubeId tube, RequestPhase phase, String reason)
      implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(job -> job.request(request, r -> r.failed(tube, phase, reason)));
    }
  }

  /** The job's share of an ended task, weighted tube-seconds. */
  record ExposureShared(String taskId, double tubeSeconds) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(
          job -> {
            job.close(taskId, tubeSeconds);
            job.eachRequest(r -> r.afterLift(taskId));
          });
    }
  }

  /** The job is over. */
  record JobEnded(JobPhase phase, String reason) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(
          job -> {
            job.end(phase);
            job.reason = reason;
          });
    }
  }

  /**
   * What an operator or a client wanted done with the job, accepted or refused; changes nothing.
   */
  record JobActed(ActionRecord action) implements JobEvent, ActionEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before;
    }
  }

  /**
   * The job is to pause, or was paused and something is under way for it again.
   *
   * @param promisedAt when it will be paused, as far as can be told
   */
  record JobPausing(Instant promisedAt, List<Underway> underway) implements JobEvent {
    public JobPausing {
      promisedAt = promisedAt.truncatedTo(ChronoUnit.MICROS);
      underway = List.copyOf(underway);
    }

    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(job -> job.pausing(promisedAt, underway));
    }
  }

  /** Nothing of the job is out of the cold, and nothing is under way for it. */
  record JobPaused() implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(JobDraft::paused);
    }
  }

  /** The job goes on. */
  record JobResumed() implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(JobDraft::resumed);
    }
  }

  /**
   * The job is to end without what it has not got yet, or what is under way until then has changed.
   *
   * @param reason the operator's
   * @param promisedAt when it will be over, as far as can be told
   */
  record JobCancelling(String reason, Optional<Instant> promisedAt, List<Underway> underway)
      implements JobEvent {
    public JobCancelling {
      promisedAt = promisedAt.map(time -> time.truncatedTo(ChronoUnit.MICROS));
      underway = List.copyOf(underway);
    }

    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(
          job -> {
            job.cancelling(promisedAt, underway);
            job.reason = reason;
          });
    }
  }

  /** The job is more urgent than it was, or less. */
  record JobReprioritized(int priority) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(job -> job.priority = priority);
    }
  }

  /** The undone work of the job is to go another way. */
  record JobRerouted(Route route) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(job -> job.route = route);
    }
  }

  /** A request is not wanted any more; nothing was picked for it. */
  record RequestSkipped(int request, String reason) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(job -> job.request(request, r -> r.skipped(reason)));
    }
  }

  /**
   * A request is not wanted any more, but its tube is in a carrier or may be about to be.
   *
   * @param taskId the task that may pick for it still; empty where its tube is in a carrier
   */
  record RequestUnwanted(int request, String taskId, String reason) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      var skip = new RequestState.Skip(taskId, reason);
      return before.changed(job -> job.request(request, r -> r.unwanted(skip)));
    }
  }

  /**
   * A request's tube stands in a rack again: for good, where nobody wants it any more; otherwise
   * the request waits anew.
   *
   * @param taskId the lift that brought it there
   */
  record RequestReturned(
      String taskId,
      int request,
      TubeId tube,
      Position position,
      Instant at,
      double seconds,
      double weightedSeconds,
      double peakCelsius)
      implements JobEvent {
    @Override
    public JobState after(JobState before, Instant journalled) {
      var over = before.phase() == JobPhase.CANCELLING;
      return before.changed(
          job -> {
            job.open(taskId);
            job.request(request, r -> r.returned(tube, where(), over));
          });
    }

    private RequestState.Returned where() {
      return new RequestState.Returned(position, at, seconds, weightedSeconds, peakCelsius);
    }
  }

  /** A request that was over, or not wanted, is wanted again. */
  record RequestRetried(int request) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(job -> job.request(request, RequestState::retried));
    }
  }

  /** Some of the job waits for others that need the same racks, or nothing of it any more. */
  record CompanyAwaited(CompanyWait company) implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(job -> job.company = before.company().after(company));
    }
  }

  /** An operator has let it go: it does not wait for others, now or later. */
  record CompanyDeclined() implements JobEvent {
    @Override
    public JobState after(JobState before, Instant at) {
      return before.changed(JobDraft::goAlone);
    }
  }

  /**
   * Something that keeps a part of the job waiting and clears itself.
   *
   * @param code stable, such as {@code tube-reserved}
   * @param resource what it is about: a barcode, a picker; may be empty
   * @param by the job in the way, if it is one
   * @param detail in words; may be empty
   */
  record Blocker(String code, String resource, Optional<String> by, Instant since, String detail) {
    /** Whether {@code other} says the same, whenever it began. */
    boolean same(Blocker other) {
      return code.equals(other.code)
          && resource.equals(other.resource)
          && by.equals(other.by)
          && detail.equals(other.detail);
    }
  }
}
