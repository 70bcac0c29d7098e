package org.givre.orchestrator.job;

import java.util.Optional;
import org.givre.devices.journal.EventCodec;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.givre.protocols.journal.v1.CandidateMissed;
import org.givre.protocols.journal.v1.Envelope;
import org.givre.protocols.journal.v1.ExposureShared;
import org.givre.protocols.journal.v1.JobEnded;
import org.givre.protocols.journal.v1.JobReleased;
import org.givre.protocols.journal.v1.JobUnplanned;
import org.givre.protocols.journal.v1.LiftJoined;
import org.givre.protocols.journal.v1.RequestFailed;
import org.givre.protocols.journal.v1.RequestPicked;

/** Translates the events of jobs to and from {@code journal/v1/job.proto}. */
public final class JobCodec implements EventCodec<JobEvent> {
  @Override
  public Class<JobEvent> type() {
    return JobEvent.class;
  }

  @Override
  public void write(JobEvent event, Envelope.Builder envelope) {
    var message = envelope.getJobBuilder();
    if (event instanceof JobEvent.JobSubmitted submitted) {
      message.setJobSubmitted(JobSpecMessage.of(submitted.spec()));
    } else if (event instanceof JobEvent.JobReleased) {
      message.setJobReleased(JobReleased.getDefaultInstance());
    } else if (event instanceof JobEvent.JobPlanned planned) {
      message.setJobPlanned(JobPlanMessage.of(planned));
    } else if (event instanceof JobEvent.JobUnplanned unplanned) {
      message.setJobUnplanned(JobUnplanned.newBuilder().setPlanVersion(unplanned.planVersion()));
    } else if (event instanceof JobEvent.JobBlocked blocked) {
      message.setJobBlocked(JobPlanMessage.of(blocked));
    } else if (event instanceof JobEvent.LiftJoined joined) {
      message.setLiftJoined(toMessage(joined));
    } else if (event instanceof JobEvent.RequestPicked picked) {
      message.setRequestPicked(toMessage(picked));
    } else if (event instanceof JobEvent.CandidateMissed missed) {
      message.setCandidateMissed(toMessage(missed));
    } else if (event instanceof JobEvent.RequestDelivered delivered) {
      message.setRequestDelivered(DeliveryMessage.of(delivered));
    } else if (event instanceof JobEvent.RequestReturned returned) {
      message.setRequestReturned(DeliveryMessage.of(returned));
    } else if (event instanceof JobEvent.RequestFailed failed) {
      message.setRequestFailed(toMessage(failed));
    } else if (event instanceof JobEvent.ExposureShared shared) {
      message.setExposureShared(toMessage(shared));
    } else if (event instanceof JobEvent.JobEnded ended) {
      message.setJobEnded(
          JobEnded.newBuilder().setState(ended.phase().name()).setReason(ended.reason()));
    } else if (event instanceof JobEvent.CompanyAwaited awaited) {
      message.setCompanyAwaited(JobPlanMessage.of(awaited.company()));
    } else if (!VerbMessage.write(event, message)) {
      throw EventCodec.noMessageFor(event);
    }
  }

  @Override
  public Optional<JobEvent> read(Envelope envelope) {
    var message = envelope.getJob();
    return switch (message.getEventCase()) {
      case JOB_SUBMITTED ->
          Optional.of(new JobEvent.JobSubmitted(JobSpecMessage.toSpec(message.getJobSubmitted())));
      case JOB_RELEASED -> Optional.of(new JobEvent.JobReleased());
      case JOB_PLANNED -> Optional.of(JobPlanMessage.planned(message.getJobPlanned()));
      case JOB_UNPLANNED ->
          Optional.of(new JobEvent.JobUnplanned(message.getJobUnplanned().getPlanVersion()));
      case JOB_BLOCKED -> Optional.of(JobPlanMessage.blocked(message.getJobBlocked()));
      case LIFT_JOINED -> Optional.of(joined(message.getLiftJoined()));
      case REQUEST_PICKED -> Optional.of(picked(message.getRequestPicked()));
      case CANDIDATE_MISSED -> Optional.of(missed(message.getCandidateMissed()));
      case REQUEST_DELIVERED ->
          Optional.of(DeliveryMessage.delivered(message.getRequestDelivered()));
      case REQUEST_FAILED -> Optional.of(failed(message.getRequestFailed()));
      case EXPOSURE_SHARED -> Optional.of(shared(message.getExposureShared()));
      case JOB_ENDED -> Optional.of(ended(message.getJobEnded()));
      case JOB_ACTED,
          JOB_PAUSING,
          JOB_PAUSED,
          JOB_RESUMED,
          JOB_CANCELLING,
          JOB_REPRIORITIZED,
          JOB_REROUTED,
          REQUEST_SKIPPED,
          REQUEST_UNWANTED,
          REQUEST_RETRIED,
          COMPANY_DECLINED ->
          Optional.of(VerbMessage.read(message));
      case REQUEST_RETURNED -> Optional.of(DeliveryMessage.returned(message.getRequestReturned()));
      case COMPANY_AWAITED ->
          Optional.of(
              new JobEvent.CompanyAwaited(JobPlanMessage.company(message.getCompanyAwaited())));
      case EVENT_NOT_SET -> Optional.empty();
    };
  }

  private static LiftJoined toMessage(JobEvent.LiftJoined joined) {
    return LiftJoined.newBuilder()
        .setTaskId(joined.taskId())
        .setRack(joined.rack().value())
        .addAllRequests(joined.requests())
        .build();
  }

  private static JobEvent joined(LiftJoined message) {
    return new JobEvent.LiftJoined(
        message.getTaskId(), new RackId(message.getRack()), message.getRequestsList());
  }

  private static RequestPicked toMessage(JobEvent.RequestPicked picked) {
    return RequestPicked.newBuilder()
        .setRequest(picked.request())
        .setBarcode(picked.tube().value())
        .setPicker(picked.picker().value())
        .build();
  }

  private static JobEvent picked(RequestPicked message) {
    return new JobEvent.RequestPicked(
        message.getRequest(), new TubeId(message.getBarcode()), new PickerId(message.getPicker()));
  }

  private static CandidateMissed toMessage(JobEvent.CandidateMissed missed) {
    return CandidateMissed.newBuilder()
        .setRequest(missed.request())
        .setBarcode(missed.tube().value())
        .setFinding(missed.finding().name())
        .build();
  }

  private static JobEvent missed(CandidateMissed message) {
    return new JobEvent.CandidateMissed(
        message.getRequest(),
        new TubeId(message.getBarcode()),
        Finding.valueOf(message.getFinding()));
  }

  private static RequestFailed toMessage(JobEvent.RequestFailed failed) {
    return RequestFailed.newBuilder()
        .setRequest(failed.request())
        .setBarcode(failed.tube().value())
        .setState(failed.phase().name())
        .setReason(failed.reason())
        .build();
  }

  private static JobEvent failed(RequestFailed message) {
    return new JobEvent.RequestFailed(
        message.getRequest(),
        new TubeId(message.getBarcode()),
        RequestPhase.valueOf(message.getState()),
        message.getReason());
  }

  private static ExposureShared toMessage(JobEvent.ExposureShared shared) {
    return ExposureShared.newBuilder()
        .setTaskId(shared.taskId())
        .setTubeSeconds(shared.tubeSeconds())
        .build();
  }

  private static JobEvent shared(ExposureShared message) {
    return new JobEvent.ExposureShared(message.getTaskId(), message.getTubeSeconds());
  }

  private static JobEvent ended(JobEnded message) {
    return new JobEvent.JobEnded(JobPhase.valueOf(message.getState()), message.getReason());
  }
}
