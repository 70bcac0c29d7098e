package org.givre.orchestrator.dispatch.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.orchestrator.dispatch.planning.CarrierRules.Fate;
import org.givre.orchestrator.dispatch.planning.Whereabouts.OutOfReach;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * What fit pickers carry once their running tasks are over: what is in the carrier, without what
 * they are unloading or putting back, with what they are picking. What an unfit picker carries
 * stays there and blocks its jobs; so does what cannot go back or to a port now.
 */
final class CarrierLoads {
  private final PlanningInput input;
  private final StationAccess access;
  private final Obstacles obstacles;
  private final SortedMap<PickerId, Load> loads = new TreeMap<>();

  /** A picker's carrier: what must leave it, where to, and how much stays in it. */
  private record Load(
      List<LoadedTube> toDeliver, List<LoadedTube> toPutBack, List<LoadedTube> stay) {}

  CarrierLoads(PlanningInput input, StationAccess access, Obstacles obstacles) {
    this.input = input;
    this.access = access;
    this.obstacles = obstacles;
    for (var picker : input.picture().pickers().values()) {
      if (PickerFitness.works(picker)) {
        loads.put(picker.picker(), load(picker));
      } else {
        carried(picker).forEach(tube -> block(tube, picker));
      }
    }
  }

  private Load load(PickerPicture picker) {
    var load = new Load(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var tubes = new ArrayList<>(carried(picker));
    picks(picker.picker())
        .filter(pick -> tubes.stream().noneMatch(pick::isSameAs))
        .forEach(tubes::add);
    for (var tube : tubes) {
      switch (fate(tube)) {
        case DELIVER -> load.toDeliver().add(tube);
        case GO_BACK -> load.toPutBack().add(tube);
        case STAY -> load.stay().add(tube);
      }
    }
    return load;
  }

  private List<LoadedTube> carried(PickerPicture picker) {
    var leaving = input.leavingCarriers();
    return picker.carrier().stream()
        .filter(carried -> !leaving.contains(carried.tube()))
        .map(carried -> LoadedTube.of(picker.picker(), carried))
        .toList();
  }

  private Stream<LoadedTube> picks(PickerId picker) {
    return input.running().stream()
        .filter(running -> running.picker().equals(picker))
        .filter(running -> running.task() instanceof LiftTask)
        .flatMap(
            running -> {
              var lift = (LiftTask) running.task();
              return lift.picks().stream().map(pick -> LoadedTube.of(running, lift, pick));
            });
  }

  private Fate fate(LoadedTube tube) {
    var fate = input.carriers().of(tube);
    var obstacle = obstacle(tube, fate);
    obstacle.ifPresent(
        o -> obstacles.block(tube.request().job(), o.code(), o.resource(), o.detail()));
    var known = fate == Fate.DELIVER || input.contents().containsKey(tube.tube());
    return obstacle.isEmpty() && known ? fate : Fate.STAY;
  }

  private Optional<OutOfReach> obstacle(LoadedTube tube, Fate fate) {
    return switch (fate) {
      case DELIVER -> access.obstacle(tube.picker(), port(tube.request().job()));
      case GO_BACK -> access.obstacle(tube.origin().rack());
      case STAY -> Optional.empty();
    };
  }

  private Optional<PortId> port(JobId id) {
    return input.jobs().stream()
        .filter(job -> job.job().equals(id))
        .findFirst()
        .flatMap(JobsInPlan::port);
  }

  private void block(LoadedTube tube, PickerPicture picker) {
    var job = tube.request().job();
    obstacles.block(job, PickerFitness.obstacle(picker), picker.picker().value(), picker.reason());
  }

  /** Whether the picker takes part in the plan. */
  boolean isFit(PickerId picker) {
    return loads.containsKey(picker);
  }

  /** What the picker must bring to a port. */
  List<LoadedTube> toDeliver(PickerId picker) {
    return Optional.ofNullable(loads.get(picker)).map(Load::toDeliver).orElse(List.of());
  }

  /** What the picker must put back into racks. */
  List<LoadedTube> toPutBack(PickerId picker) {
    return Optional.ofNullable(loads.get(picker)).map(Load::toPutBack).orElse(List.of());
  }

  /** How many tubes stay in the picker's carrier throughout. */
  int staying(PickerId picker) {
    return Optional.ofNullable(loads.get(picker)).map(load -> load.stay().size()).orElse(0);
  }

  /** By picker, then in the order they came in. */
  List<LoadedTube> toDeliver() {
    return loads.values().stream().flatMap(load -> load.toDeliver().stream()).toList();
  }

  /** By picker, then in the order they came in. */
  List<LoadedTube> toPutBack() {
    return loads.values().stream().flatMap(load -> load.toPutBack().stream()).toList();
  }

  /** All that must leave a carrier. */
  List<LoadedTube> all() {
    return Stream.concat(toDeliver().stream(), toPutBack().stream()).toList();
  }

  /** Which picker has the tube in its carrier, if it must leave it. */
  Optional<PickerId> carrierOf(TubeId tube) {
    return all().stream().filter(l -> l.tube().equals(tube)).findFirst().map(LoadedTube::picker);
  }

  /** When the first of the tubes that wait in carriers is not cold any more. */
  Optional<Instant> nextLimit() {
    return loads.values().stream()
        .flatMap(load -> load.stay().stream())
        .map(input.carriers()::coldUntil)
        .filter(until -> until.isAfter(input.carriers().now()))
        .min(Instant::compareTo);
  }

  /** Racks that carried tubes go back into. */
  boolean isPutBackInto(RackId rack) {
    return toPutBack().stream().anyMatch(tube -> tube.origin().rack().equals(rack));
  }
}
