package org.givre.orchestrator.dispatch;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.action.Service;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.planning.PickerFitness;
import org.givre.plans.store.PickerId;

/** Who takes work and who does not, as devices have last described themselves. */
final class Lookout {
  private final SortedMap<String, Service> stations = new TreeMap<>();
  private final SortedMap<PickerId, PickerPicture> pickers = new TreeMap<>();
  private final SortedSet<PickerId> faulty = new TreeSet<>();

  void saw(PickerPicture picture) {
    pickers.put(picture.picker(), picture);
    faulty.remove(picture.picker());
  }

  void saw(DewarPicture picture) {
    stations.put(picture.dewar().value(), picture.service());
  }

  void saw(PortPicture picture) {
    stations.put(picture.port().value(), picture.service());
  }

  /** A task has ended in a fault: its picker does nothing until it is seen to be fit. */
  void fault(PickerId picker) {
    faulty.add(picker);
  }

  /** Whether the picker may be given a task, as far as it was seen. */
  boolean works(PickerId picker) {
    return !faulty.contains(picker)
        && Optional.ofNullable(pickers.get(picker)).stream().allMatch(PickerFitness::works);
  }

  /** Whether those whom the task needs still want to do it, as far as they were seen. */
  boolean allows(PlannedTask task) {
    var station = Optional.ofNullable(stations.get(task.task().station()));
    var picker = Optional.ofNullable(pickers.get(task.picker()));
    return station.stream().allMatch(Service::inService)
        && picker.stream()
            .allMatch(
                seen ->
                    task.task() instanceof LiftTask
                        ? PickerFitness.lifts(seen)
                        : PickerFitness.works(seen));
  }
}
