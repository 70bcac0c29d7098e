package org.givre.orchestrator.dispatch.planning;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.devices.action.Service;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.orchestrator.dispatch.planning.Whereabouts.OutOfReach;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;

/** Which dewars and ports can be worked at, once running tasks are over. */
final class StationAccess {
  private final StoreDefinition store;
  private final PlanningInput input;
  private final SortedSet<String> runningTasks = new TreeSet<>();

  StationAccess(StoreDefinition store, PlanningInput input) {
    this.store = store;
    this.input = input;
    input.running().forEach(running -> runningTasks.add(running.task().taskId()));
  }

  /** Why the rack cannot be lifted; empty if it can. */
  Optional<OutOfReach> obstacle(RackId rack) {
    if (!input.picture().racks().containsKey(rack)) {
      return Optional.of(
          new OutOfReach("rack-unreachable", rack.value(), "the rack did not answer"));
    }
    var dewar = store.dewarOf(rack).map(Dewar::id).orElseThrow();
    var picture = Optional.ofNullable(input.picture().dewars().get(dewar));
    return picture.isEmpty()
        ? Optional.of(
            new OutOfReach("dewar-unreachable", dewar.value(), "the dewar did not answer"))
        : obstacle(dewar, picture.get());
  }

  private Optional<OutOfReach> obstacle(DewarId dewar, DewarPicture picture) {
    if (!picture.service().inService()) {
      return Optional.of(
          new OutOfReach("dewar-out-of-service", dewar.value(), words(picture.service())));
    }
    return picture
        .holder()
        .filter(holder -> !runningTasks.contains(holder.taskId()))
        .map(
            holder ->
                new OutOfReach(
                    "dewar-held",
                    dewar.value(),
                    "picker %s stands in it with task %s"
                        .formatted(holder.picker(), holder.taskId())));
  }

  private static String words(Service service) {
    return "%s since %s: %s".formatted(service.mode(), service.since(), service.reason());
  }

  /**
   * Why the picker cannot unload anywhere; empty if it can.
   *
   * @param wanted where alone it is to unload, if it gets there
   */
  Optional<OutOfReach> obstacle(PickerId picker, Optional<PortId> wanted) {
    var reached = store.picker(picker).map(Picker::ports).orElseThrow();
    var ports = wanted.filter(reached::contains).map(List::of).orElse(reached);
    return ports.stream().anyMatch(this::isOpen)
        ? Optional.empty()
        : Optional.of(
            new OutOfReach(
                "port-out-of-service",
                wanted.map(PortId::value).orElse(""),
                "picker %s can unload at none of %s".formatted(picker, ports)));
  }

  /** Whether tubes can be unloaded at the port. */
  boolean isOpen(PortId port) {
    return Optional.ofNullable(input.picture().ports().get(port)).filter(this::isOpen).isPresent();
  }

  private boolean isOpen(PortPicture picture) {
    return picture.service().inService()
        && picture.docked().stream().allMatch(task -> runningTasks.contains(task));
  }
}
