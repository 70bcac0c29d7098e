package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.givre.devices.action.ActionMessage;
import org.givre.devices.journal.Micros;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.protocols.journal.v1.CompanyDeclined;
import org.givre.protocols.journal.v1.JobActed;
import org.givre.protocols.journal.v1.JobCancelling;
import org.givre.protocols.journal.v1.JobPaused;
import org.givre.protocols.journal.v1.JobPausing;
import org.givre.protocols.journal.v1.JobReprioritized;
import org.givre.protocols.journal.v1.JobRerouted;
import org.givre.protocols.journal.v1.JobResumed;
import org.givre.protocols.journal.v1.RequestRetried;
import org.givre.protocols.journal.v1.RequestSkipped;
import org.givre.protocols.journal.v1.RequestUnwanted;

/** Translates what operators do to a job, and what follows at once, to and from protobuf. */
final class VerbMessage {
  private VerbMessage() {}

  /** Whether the event is one of these, and was written. */
  static boolean write(JobEvent event, org.givre.protocols.journal.v1.JobEvent.Builder message) {
    if (event instanceof JobEvent.JobActed acted) {
      message.setJobActed(JobActed.newBuilder().setAction(ActionMessage.of(acted.action())));
    } else if (event instanceof JobEvent.JobPausing pausing) {
      message.setJobPausing(of(pausing));
    } else if (event instanceof JobEvent.JobPaused) {
      message.setJobPaused(JobPaused.getDefaultInstance());
    } else if (event instanceof JobEvent.JobResumed) {
      message.setJobResumed(JobResumed.getDefaultInstance());
    } else if (event instanceof JobEvent.JobCancelling cancelling) {
      message.setJobCancelling(of(cancelling));
    } else if (event instanceof JobEvent.CompanyDeclined) {
      message.setCompanyDeclined(CompanyDeclined.getDefaultInstance());
    } else if (event instanceof JobEvent.JobReprioritized changed) {
      message.setJobReprioritized(JobReprioritized.newBuilder().setPriority(changed.priority()));
    } else if (event instanceof JobEvent.JobRerouted rerouted) {
      message.setJobRerouted(of(rerouted.route()));
    } else {
      return writeRequest(event, message);
    }
    return true;
  }

  private static boolean writeRequest(
      JobEvent event, org.givre.protocols.journal.v1.JobEvent.Builder message) {
    if (event instanceof JobEvent.RequestSkipped skipped) {
      message.setRequestSkipped(
          RequestSkipped.newBuilder().setRequest(skipped.request()).setReason(skipped.reason()));
    } else if (event instanceof JobEvent.RequestUnwanted unwanted) {
      message.setRequestUnwanted(
          RequestUnwanted.newBuilder()
              .setRequest(unwanted.request())
              .setTaskId(unwanted.taskId())
              .setReason(unwanted.reason()));
    } else if (event instanceof JobEvent.RequestRetried retried) {
      message.setRequestRetried(RequestRetried.newBuilder().setRequest(retried.request()));
    } else {
      return false;
    }
    return true;
  }

  /** The event that {@code message} holds, which is one of these. */
  static JobEvent read(org.givre.protocols.journal.v1.JobEvent message) {
    return switch (message.getEventCase()) {
      case JOB_ACTED ->
          new JobEvent.JobActed(ActionMessage.toAction(message.getJobActed().getAction()));
      case JOB_PAUSING -> pausing(message.getJobPausing());
      case JOB_PAUSED -> new JobEvent.JobPaused();
      case JOB_RESUMED -> new JobEvent.JobResumed();
      case JOB_CANCELLING -> cancelling(message.getJobCancelling());
      case COMPANY_DECLINED -> new JobEvent.CompanyDeclined();
      case JOB_REPRIORITIZED ->
          new JobEvent.JobReprioritized(message.getJobReprioritized().getPriority());
      case JOB_REROUTED -> new JobEvent.JobRerouted(route(message.getJobRerouted()));
      case REQUEST_SKIPPED ->
          new JobEvent.RequestSkipped(
              message.getRequestSkipped().getRequest(), message.getRequestSkipped().getReason());
      case REQUEST_UNWANTED -> unwanted(message.getRequestUnwanted());
      case REQUEST_RETRIED -> new JobEvent.RequestRetried(message.getRequestRetried().getRequest());
      default -> throw new IllegalArgumentException("No verb in " + message.getEventCase());
    };
  }

  private static JobPausing of(JobEvent.JobPausing pausing) {
    var message = JobPausing.newBuilder().setPromisedMicros(Micros.of(pausing.promisedAt()));
    pausing.underway().forEach(task -> message.addUnderway(of(task)));
    return message.build();
  }

  private static JobEvent pausing(JobPausing message) {
    return new JobEvent.JobPausing(
        Micros.toInstant(message.getPromisedMicros()), underway(message.getUnderwayList()));
  }

  private static JobCancelling of(JobEvent.JobCancelling cancelling) {
    var message = JobCancelling.newBuilder().setReason(cancelling.reason());
    cancelling.promisedAt().map(Micros::of).ifPresent(message::setPromisedMicros);
    cancelling.underway().forEach(task -> message.addUnderway(of(task)));
    return message.build();
  }

  private static JobEvent cancelling(JobCancelling message) {
    var promised = message.getPromisedMicros();
    return new JobEvent.JobCancelling(
        message.getReason(),
        promised == 0 ? Optional.<Instant>empty() : Optional.of(Micros.toInstant(promised)),
        underway(message.getUnderwayList()));
  }

  private static org.givre.protocols.journal.v1.Underway of(Underway task) {
    return org.givre.protocols.journal.v1.Underway.newBuilder()
        .setTaskId(task.taskId())
        .setRack(task.rack().map(RackId::value).orElse(""))
        .setSinceMicros(Micros.of(task.since()))
        .setExpectedEndMicros(Micros.of(task.expectedEnd()))
        .addAllRequests(task.requests())
        .build();
  }

  private static List<Underway> underway(List<org.givre.protocols.journal.v1.Underway> tasks) {
    return tasks.stream().map(VerbMessage::underway).toList();
  }

  private static Underway underway(org.givre.protocols.journal.v1.Underway message) {
    return new Underway(
        message.getTaskId(),
        text(message.getRack()).map(RackId::new),
        Micros.toInstant(message.getSinceMicros()),
        Micros.toInstant(message.getExpectedEndMicros()),
        new TreeSet<>(message.getRequestsList()));
  }

  private static JobRerouted of(Route route) {
    return JobRerouted.newBuilder()
        .setPicker(route.picker().map(PickerId::value).orElse(""))
        .setPort(route.port().map(PortId::value).orElse(""))
        .addAllAvoid(route.avoid())
        .build();
  }

  private static Route route(JobRerouted message) {
    return new Route(
        text(message.getPicker()).map(PickerId::new),
        text(message.getPort()).map(PortId::new),
        new TreeSet<>(message.getAvoidList()));
  }

  private static JobEvent unwanted(RequestUnwanted message) {
    return new JobEvent.RequestUnwanted(
        message.getRequest(), message.getTaskId(), message.getReason());
  }

  private static Optional<String> text(String field) {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }
}
