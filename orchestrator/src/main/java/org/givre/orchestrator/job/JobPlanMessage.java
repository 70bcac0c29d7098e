package org.givre.orchestrator.job;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.journal.Micros;
import org.givre.plans.store.TubeId;
import org.givre.protocols.journal.v1.Blocker;
import org.givre.protocols.journal.v1.ChosenTube;
import org.givre.protocols.journal.v1.CompanyAwaited;
import org.givre.protocols.journal.v1.JobBlocked;
import org.givre.protocols.journal.v1.JobPlanned;

/** Translates a job's part in a plan, and what blocks it, to and from their protobuf form. */
final class JobPlanMessage {
  private JobPlanMessage() {}

  static JobPlanned of(JobEvent.JobPlanned planned) {
    var message =
        JobPlanned.newBuilder()
            .setPlanVersion(planned.planVersion())
            .setPredictedTubeSeconds(planned.predictedTubeSeconds())
            .setEtaP50Micros(Micros.of(planned.etaP50()))
            .setEtaP95Micros(Micros.of(planned.etaP95()));
    planned.lowerBoundTubeSeconds().ifPresent(message::setLowerBoundTubeSeconds);
    planned.chosen().entrySet().forEach(chosen -> message.addChosen(toMessage(chosen)));
    return message.build();
  }

  static JobEvent planned(JobPlanned message) {
    var chosen = new TreeMap<Integer, TubeId>();
    message.getChosenList().forEach(c -> chosen.put(c.getRequest(), new TubeId(c.getBarcode())));
    return new JobEvent.JobPlanned(
        message.getPlanVersion(),
        message.getPredictedTubeSeconds(),
        message.hasLowerBoundTubeSeconds()
            ? OptionalDouble.of(message.getLowerBoundTubeSeconds())
            : OptionalDouble.empty(),
        Micros.toInstant(message.getEtaP50Micros()),
        Micros.toInstant(message.getEtaP95Micros()),
        chosen);
  }

  private static ChosenTube toMessage(Map.Entry<Integer, TubeId> chosen) {
    return ChosenTube.newBuilder()
        .setRequest(chosen.getKey())
        .setBarcode(chosen.getValue().value())
        .build();
  }

  static JobBlocked of(JobEvent.JobBlocked blocked) {
    var message = JobBlocked.newBuilder();
    blocked.blockers().forEach(blocker -> message.addBlockers(toMessage(blocker)));
    return message.build();
  }

  static JobEvent blocked(JobBlocked message) {
    return new JobEvent.JobBlocked(
        message.getBlockersList().stream().map(JobPlanMessage::blocker).toList());
  }

  static CompanyAwaited of(CompanyWait company) {
    var message = CompanyAwaited.newBuilder().addAllRequests(company.requests());
    company.until().map(Micros::of).ifPresent(message::setUntilMicros);
    company.atOnceTubeSeconds().ifPresent(message::setAtOnceTubeSeconds);
    company.togetherTubeSeconds().ifPresent(message::setTogetherTubeSeconds);
    return message.build();
  }

  static CompanyWait company(CompanyAwaited message) {
    return new CompanyWait(
        new TreeSet<>(message.getRequestsList()),
        message.hasUntilMicros()
            ? Optional.of(Micros.toInstant(message.getUntilMicros()))
            : Optional.empty(),
        message.hasAtOnceTubeSeconds()
            ? OptionalDouble.of(message.getAtOnceTubeSeconds())
            : OptionalDouble.empty(),
        message.hasTogetherTubeSeconds()
            ? OptionalDouble.of(message.getTogetherTubeSeconds())
            : OptionalDouble.empty());
  }

  private static Blocker toMessage(JobEvent.Blocker blocker) {
    return Blocker.newBuilder()
        .setCode(blocker.code())
        .setResource(blocker.resource())
        .setBy(blocker.by().orElse(""))
        .setSinceMicros(Micros.of(blocker.since()))
        .setDetail(blocker.detail())
        .build();
  }

  private static JobEvent.Blocker blocker(Blocker message) {
    var by = message.getBy();
    return new JobEvent.Blocker(
        message.getCode(),
        message.getResource(),
        by.isEmpty() ? Optional.empty() : Optional.of(by),
        Micros.toInstant(message.getSinceMicros()),
        message.getDetail());
  }
}
