package org.givre.orchestrator.dispatch.model;

import static org.givre.orchestrator.job.JobPhase.CANCELLED;
import static org.givre.orchestrator.job.JobPhase.CANCELLING;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.givre.devices.action.Action;
import org.givre.orchestrator.job.Route;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;

/** How a job must decide an action, standing as it does, and which would change something. */
record JobRules(JobModel job) {
  private static final List<String> KNOWN =
      List.of(
          "release",
          "pause",
          "resume",
          "cancel",
          "reprioritize",
          "reroute",
          "skipItem",
          "retryItem");

  /** What must come of {@code action}. */
  Expected expected(Action action) {
    if (action.refusal().isPresent()) {
      return Expected.refused(action.refusal().get());
    }
    if (!action.ifRevision().isEmpty() && !action.ifRevision().contains(job.revision)) {
      return Expected.refused("revision-stale");
    }
    if (!KNOWN.contains(action.type())) {
      return Expected.refused("action-not-supported");
    }
    if (job.over() || job.phase == CANCELLING) {
      var repeated = job.phase == CANCELLING || job.phase == CANCELLED;
      return repeated && action.type().equals("cancel")
          ? Expected.idle()
          : Expected.refused("action-not-allowed");
    }
    return open(action.type(), action.arguments());
  }

  /** Of a job that is neither over nor about to be. */
  private Expected open(String type, SortedMap<String, String> with) {
    return switch (type) {
      case "release" -> released();
      case "pause" ->
          unlessHeld(job.rests() ? Expected.idle() : Expected.effect("JobPaused", "JobPausing"));
      case "resume" -> unlessHeld(job.rests() ? Expected.effect("JobResumed") : Expected.idle());
      case "cancel" -> Expected.effect("JobCancelling");
      case "reprioritize" -> reprioritized(with.getOrDefault("priority", ""));
      case "reroute" ->
          route(with).equals(job.route) ? Expected.idle() : Expected.effect("JobRerouted");
      case "skipItem" -> ofItem(with, JobRules::skipped);
      default -> ofItem(with, JobRules::retried);
    };
  }

  private Expected released() {
    if (job.hold) {
      return Expected.effect("JobReleased");
    }
    return job.company.waits() ? Expected.effect("CompanyDeclined") : Expected.idle();
  }

  private Expected unlessHeld(Expected otherwise) {
    return job.hold ? Expected.refused("action-not-allowed") : otherwise;
  }

  private Expected reprioritized(String priority) {
    if (!priority.matches("[1-9]")) {
      return Expected.refused("action-not-supported");
    }
    return Integer.parseInt(priority) == job.priority
        ? Expected.idle()
        : Expected.effect("JobReprioritized");
  }

  private static Route route(SortedMap<String, String> with) {
    var avoid =
        Arrays.stream(with.getOrDefault("avoid", "").split(",")).filter(id -> !id.isBlank());
    return new Route(
        Optional.ofNullable(with.get("picker")).map(PickerId::new),
        Optional.ofNullable(with.get("port")).map(PortId::new),
        new TreeSet<>(avoid.toList()));
  }

  private Expected ofItem(SortedMap<String, String> with, Function<RequestModel, Expected> rule) {
    var item = with.getOrDefault("item", "");
    return item.matches("[0-9]+") && Long.parseLong(item) < job.requests.size()
        ? rule.apply(job.requests.get(Integer.parseInt(item)))
        : Expected.refused("item-unknown");
  }

  private static Expected skipped(RequestModel request) {
    if (request.unwanted || request.skipped()) {
      return Expected.idle();
    }
    return request.over()
        ? Expected.refused("item-over")
        : Expected.effect("RequestSkipped", "RequestUnwanted");
  }

  private static Expected retried(RequestModel request) {
    if (request.repeatable()) {
      return Expected.effect("RequestRetried");
    }
    return request.over() ? Expected.refused("item-over") : Expected.idle();
  }

  /** Types of actions that would change something, with the right arguments. */
  List<String> allowed() {
    return KNOWN.stream().filter(this::isAllowed).toList();
  }

  private boolean isAllowed(String type) {
    if (job.over() || job.phase == CANCELLING) {
      return false;
    }
    return switch (type) {
      case "release" -> job.hold || job.company.waits();
      case "pause" -> !job.hold && !job.rests();
      case "resume" -> job.rests();
      case "skipItem" -> job.requests.stream().anyMatch(RequestModel::skippable);
      case "retryItem" -> job.requests.stream().anyMatch(RequestModel::repeatable);
      default -> true;
    };
  }
}
