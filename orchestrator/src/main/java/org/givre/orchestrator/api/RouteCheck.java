package org.givre.orchestrator.api;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.view.TubeView;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/**
 * Holds the route that a job is to take against the store: whether there are such devices, and
 * whether any of its tubes can go that way. That some cannot is no obstacle: they wait.
 */
final class RouteCheck {
  private final StoreDefinition store;
  private final TubeView tubes;

  RouteCheck(StoreDefinition store, TubeView tubes) {
    this.store = store;
    this.tubes = tubes;
  }

  /** A route as an action names it, for a job. */
  private record Wanted(
      Optional<PickerId> picker, Optional<PortId> port, SortedSet<String> avoid, JobState job) {
    static Wanted of(SortedMap<String, String> arguments, JobState job) {
      return new Wanted(
          Optional.ofNullable(arguments.get("picker")).map(PickerId::new),
          Optional.ofNullable(arguments.get("port")).map(PortId::new),
          new TreeSet<>(
              Optional.ofNullable(arguments.get("avoid")).stream()
                  .flatMap(list -> List.of(list.split(",", -1)).stream())
                  .toList()),
          job);
    }

    /** The port that it comes to: as the job was submitted, unless it is another now. */
    Optional<PortId> destination() {
      return port.or(() -> job.spec().port());
    }

    boolean allows(Picker other) {
      return picker.stream().allMatch(other.id()::equals) && !avoid.contains(other.id().value());
    }
  }

  /** Why it cannot be; empty if it can. */
  Optional<Problem> finding(SortedMap<String, String> arguments, JobState job) {
    var wanted = Wanted.of(arguments, job);
    return unknown(wanted).or(() -> impossible(wanted));
  }

  private Optional<Problem> unknown(Wanted wanted) {
    var picker = wanted.picker().filter(id -> store.picker(id).isEmpty());
    return picker
        .map(
            id ->
                Problem.of(
                    ProblemCode.DEVICE_UNKNOWN,
                    "The store has no picker %s; it has %s.".formatted(id, ids(store.pickers()))))
        .or(() -> wanted.port().flatMap(port -> unknown(port, store)))
        .or(() -> wanted.avoid().stream().flatMap(id -> unknown(id).stream()).findFirst());
  }

  /** The problem that the store has no such port, if it has none. */
  static Optional<Problem> unknown(PortId port, StoreDefinition store) {
    var known = store.ports().stream().map(p -> p.id().value()).toList();
    return known.contains(port.value())
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.PORT_UNKNOWN,
                "The store has no port %s; it has %s.".formatted(port, String.join(", ", known))));
  }

  private Optional<Problem> unknown(String avoided) {
    var known =
        store.pickers().stream().anyMatch(picker -> picker.id().value().equals(avoided))
            || store.dewars().stream().anyMatch(dewar -> dewar.id().value().equals(avoided));
    return known
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.DEVICE_UNKNOWN,
                "\"avoid\" takes pickers and dewars; the store has none named %s."
                    .formatted(avoided)));
  }

  private Optional<Problem> impossible(Wanted wanted) {
    var pickers = store.pickers().stream().filter(wanted::allows).toList();
    if (pickers.isEmpty()) {
      return noWay("it excludes every picker");
    }
    var port = wanted.destination();
    var delivering =
        pickers.stream().filter(p -> port.stream().allMatch(p.ports()::contains)).toList();
    if (delivering.isEmpty()) {
      return noWay("port %s is out of reach of %s".formatted(port.orElseThrow(), ids(pickers)));
    }
    return leavesAny(wanted, delivering)
        ? Optional.empty()
        : noWay(
            "none of the tubes that the job waits for stands in a dewar that %s may lift from"
                .formatted(ids(delivering)));
  }

  private static String ids(List<Picker> pickers) {
    return String.join(", ", pickers.stream().map(picker -> picker.id().value()).toList());
  }

  private static Optional<Problem> noWay(String why) {
    return Optional.of(
        Problem.of(ProblemCode.ROUTE_IMPOSSIBLE, "No tube can go that way: %s.".formatted(why)));
  }

  /** Whether {@code pickers} reach a tube that is still to be picked, as far as that is known. */
  private boolean leavesAny(Wanted wanted, List<Picker> pickers) {
    var dewars =
        wanted.job().open().stream()
            .filter(request -> request.inTransit().isEmpty())
            .flatMap(request -> request.candidates().stream())
            .flatMap(tube -> dewarOf(tube).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return dewars.isEmpty()
        || dewars.stream()
            .filter(dewar -> !wanted.avoid().contains(dewar.value()))
            .anyMatch(dewar -> pickers.stream().anyMatch(p -> p.dewars().contains(dewar)));
  }

  private Optional<DewarId> dewarOf(TubeId tube) {
    return tubes.rackOf(tube).flatMap(store::dewarOf).map(Dewar::id);
  }
}
