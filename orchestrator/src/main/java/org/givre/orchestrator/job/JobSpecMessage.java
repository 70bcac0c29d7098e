package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.givre.devices.journal.Micros;
import org.givre.orchestrator.job.JobSpec.Idempotency;
import org.givre.orchestrator.job.JobSpec.TubeRequest;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.TubeId;
import org.givre.protocols.journal.v1.AskedRequest;
import org.givre.protocols.journal.v1.JobSubmitted;

/** Translates what a job asks for to and from its protobuf form. */
final class JobSpecMessage {
  private JobSpecMessage() {}

  static JobSubmitted of(JobSpec spec) {
    var message = JobSubmitted.newBuilder().setType(spec.type());
    spec.externalRef().ifPresent(message::setExternalRef);
    spec.requester().ifPresent(message::setRequester);
    message.putAllLabels(spec.labels()).setPriority(spec.priority()).setHold(spec.hold());
    spec.notBefore().map(Micros::of).ifPresent(message::setNotBeforeMicros);
    spec.dueAt().map(Micros::of).ifPresent(message::setDueMicros);
    spec.deadlineAt().map(Micros::of).ifPresent(message::setDeadlineMicros);
    spec.port().map(PortId::value).ifPresent(message::setPort);
    spec.requests().forEach(request -> message.addRequests(toMessage(request)));
    spec.idempotency()
        .ifPresent(
            known ->
                message
                    .setIdempotencyKey(known.key())
                    .setIdempotencyFingerprint(known.fingerprint()));
    spec.retryOf().map(JobId::value).ifPresent(message::setRetryOf);
    return message.build();
  }

  static JobSpec toSpec(JobSubmitted message) {
    return new JobSpec(
        message.getType(),
        text(message.getExternalRef()),
        text(message.getRequester()),
        new TreeMap<>(message.getLabelsMap()),
        message.getPriority(),
        time(message.getNotBeforeMicros()),
        time(message.getDueMicros()),
        time(message.getDeadlineMicros()),
        message.getHold(),
        text(message.getPort()).map(PortId::new),
        message.getRequestsList().stream().map(JobSpecMessage::request).toList(),
        text(message.getIdempotencyKey())
            .map(key -> new Idempotency(key, message.getIdempotencyFingerprint())),
        text(message.getRetryOf()).map(JobId::new));
  }

  private static AskedRequest toMessage(TubeRequest request) {
    var message = AskedRequest.newBuilder();
    request.candidates().forEach(tube -> message.addCandidates(tube.value()));
    if (request.asked() instanceof Asked.NamedTube named) {
      message.setTube(named.tube().value());
    } else if (request.asked() instanceof Asked.AnyOf any) {
      any.tubes().forEach(tube -> message.addAnyOf(tube.value()));
    } else if (request.asked() instanceof Asked.OfSpecimen specimen) {
      message.setSpecimen(specimen.specimen().value());
      specimen.material().ifPresent(message::setMaterial);
    }
    return message.build();
  }

  private static TubeRequest request(AskedRequest message) {
    return new TubeRequest(
        asked(message), message.getCandidatesList().stream().map(TubeId::new).toList());
  }

  private static Asked asked(AskedRequest message) {
    if (!message.getTube().isEmpty()) {
      return new Asked.NamedTube(new TubeId(message.getTube()));
    }
    if (!message.getSpecimen().isEmpty()) {
      var specimen = new SpecimenId(message.getSpecimen());
      return new Asked.OfSpecimen(specimen, text(message.getMaterial()));
    }
    return new Asked.AnyOf(message.getAnyOfList().stream().map(TubeId::new).toList());
  }

  private static Optional<String> text(String field) {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
  }

  private static Optional<Instant> time(long micros) {
    return micros == 0 ? Optional.empty() : Optional.of(Micros.toInstant(micros));
  }
}
