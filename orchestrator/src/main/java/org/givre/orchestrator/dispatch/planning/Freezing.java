package org.givre.orchestrator.dispatch.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.picker.PickerTask.RackTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.plans.instance.Window;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;

/**
 * What running tasks leave behind, in the terms of an instance: a dewar or port is closed until the
 * expected end of the task that has it, and its picker is free from then on.
 */
final class Freezing {
  private static final double MILLIS = 1e3;

  private final PlanClock clock;
  private final List<RunningTask> running;

  Freezing(PlanningInput input) {
    clock = input.clock();
    running = input.running();
  }

  Optional<RunningTask> of(PickerId picker) {
    return running.stream().filter(task -> task.picker().equals(picker)).findFirst();
  }

  /** When the picker is free; the clock's origin where it does nothing. */
  double availableFrom(PickerId picker) {
    return of(picker).map(this::end).orElse(0.0);
  }

  List<Window> unavailable(DewarId dewar) {
    return windows(running.stream().filter(task -> liftIn(task, dewar)).toList());
  }

  List<Window> unavailable(PortId port) {
    return windows(running.stream().filter(task -> unloadAt(task, port)).toList());
  }

  /** The slot under the opening once running lifts are over. */
  int carouselSlot(Dewar dewar, Optional<DewarPicture> picture) {
    return running.stream()
        .filter(task -> liftIn(task, dewar.id()))
        .max(Comparator.comparingDouble(this::end))
        .map(task -> dewar.racks().indexOf(((RackTask) task.task()).rack()))
        .orElseGet(() -> picture.map(DewarPicture::carouselSlot).orElse(0));
  }

  /**
   * When the rack may be lifted again because of a running lift. The re-cool is reckoned from the
   * whole task instead of from the longest stay outside: longer than needed, never shorter.
   */
  double recooledFrom(RackId rack, double recoolRatio) {
    return running.stream()
        .filter(task -> task.task() instanceof RackTask lift && lift.rack().equals(rack))
        .mapToDouble(task -> end(task) + recoolRatio * task.length().toMillis() / MILLIS)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private List<Window> windows(List<RunningTask> tasks) {
    return tasks.stream()
        .map(this::end)
        .filter(end -> end > 0)
        .map(end -> new Window(0, end))
        .toList();
  }

  private double end(RunningTask task) {
    return Math.max(0, clock.seconds(task.expectedEnd()));
  }

  private static boolean liftIn(RunningTask task, DewarId dewar) {
    return task.task() instanceof RackTask lift && lift.dewar().equals(dewar);
  }

  private static boolean unloadAt(RunningTask task, PortId port) {
    return task.task() instanceof UnloadTask unload && unload.port().equals(port);
  }
}
