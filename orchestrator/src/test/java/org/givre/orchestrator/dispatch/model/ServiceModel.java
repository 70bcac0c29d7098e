package org.givre.orchestrator.dispatch.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionRecord;

/** Whether a device, or the site, must take work, by what operators have done with it. */
final class ServiceModel {
  /** Mode before, type, mode after; what is not here is not allowed. */
  private static final Map<String, Map<String, String>> DEVICE =
      Map.of(
          "IN_SERVICE",
          Map.of(
              "pause", "PAUSED",
              "resume", "IN_SERVICE",
              "drain", "DRAINED",
              "returnToService", "IN_SERVICE"),
          "PAUSED",
          Map.of("pause", "PAUSED", "resume", "IN_SERVICE", "drain", "DRAINED"),
          "DRAINED",
          Map.of("drain", "DRAINED", "returnToService", "IN_SERVICE"));

  private static final Map<String, Map<String, String>> SITE =
      Map.of(
          "IN_SERVICE", Map.of("holdAll", "HELD", "release", "IN_SERVICE"),
          "HELD", Map.of("holdAll", "HELD", "release", "IN_SERVICE"));

  private final Map<String, Map<String, String>> table;
  private final List<String> verbs;
  String mode = "IN_SERVICE";
  long revision = 1;
  private Instant since = Instant.MIN;

  private ServiceModel(Map<String, Map<String, String>> table, List<String> verbs) {
    this.table = table;
    this.verbs = verbs;
  }

  static ServiceModel of(Target target) {
    return target.kind() == Target.Kind.SITE
        ? new ServiceModel(SITE, List.of("holdAll", "release"))
        : new ServiceModel(DEVICE, List.of("pause", "resume", "drain", "returnToService"));
  }

  boolean inService() {
    return mode.equals("IN_SERVICE");
  }

  /** What must come of {@code action}. */
  Expected expected(Action action) {
    if (action.refusal().isPresent()) {
      return Expected.refused(action.refusal().get());
    }
    if (!action.ifRevision().isEmpty() && !action.ifRevision().contains(revision)) {
      return Expected.refused("revision-stale");
    }
    if (!verbs.contains(action.type())) {
      return Expected.refused("action-not-supported");
    }
    return next().containsKey(action.type())
        ? Expected.idle()
        : Expected.refused("action-not-allowed");
  }

  /** Since when it helps to empty carriers, as a picker does that drains; empty if it does not. */
  Optional<Instant> servedSince(Target target) {
    var drains = mode.equals("DRAINED") && target.kind() == Target.Kind.PICKER;
    return inService() || drains ? Optional.of(since) : Optional.empty();
  }

  /** Takes what was decided. */
  void hear(ActionRecord action, Instant at) {
    var next = action.accepted() ? next().getOrDefault(action.type(), mode) : mode;
    if (!next.equals(mode)) {
      mode = next;
      since = at;
      revision++;
    }
  }

  private Map<String, String> next() {
    return table.getOrDefault(mode, Map.of());
  }

  /** Types of actions that would change something. */
  List<String> allowed() {
    return verbs.stream().filter(verb -> !next().getOrDefault(verb, mode).equals(mode)).toList();
  }
}
