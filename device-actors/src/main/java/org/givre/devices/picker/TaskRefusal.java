package org.givre.devices.picker;

import java.util.Optional;
import org.givre.devices.picker.PickerNotice.Refusal;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.UnloadTask;

/** Why a picker will not do a task. */
final class TaskRefusal {
  private TaskRefusal() {}

  static Optional<Refusal> of(PickerState state, PickerTask task) {
    if (state.run().isPresent()) {
      return Optional.of(Refusal.HAS_ANOTHER_TASK);
    }
    if (state.lastTask().equals(task.taskId())) {
      return Optional.of(Refusal.ALREADY_CONCLUDED);
    }
    return state.fitness().refusal(task).or(() -> inItself(state, task));
  }

  private static Optional<Refusal> inItself(PickerState state, PickerTask task) {
    if (task instanceof LiftTask lift) {
      return of(state, lift);
    }
    return task instanceof PlaceTask place ? of(state, place) : of(state, (UnloadTask) task);
  }

  private static Optional<Refusal> of(PickerState state, LiftTask lift) {
    var workplace = state.workplace();
    if (!workplace.reaches(lift.dewar(), lift.rack())) {
      return Optional.of(Refusal.OUT_OF_REACH);
    }
    var tubes = state.carrier().size() + lift.picks().size();
    return tubes > workplace.picker().carrierTubes()
        ? Optional.of(Refusal.CARRIER_FULL)
        : Optional.empty();
  }

  private static Optional<Refusal> of(PickerState state, PlaceTask place) {
    if (!state.workplace().reaches(place.dewar(), place.rack())) {
      return Optional.of(Refusal.OUT_OF_REACH);
    }
    return state.carries(place.tubes()) ? Optional.empty() : Optional.of(Refusal.NOT_IN_CARRIER);
  }

  private static Optional<Refusal> of(PickerState state, UnloadTask unload) {
    var workplace = state.workplace();
    if (!workplace.reaches(unload.port())) {
      return Optional.of(Refusal.OUT_OF_REACH);
    }
    if (!state.carries(unload.tubes())) {
      return Optional.of(Refusal.NOT_IN_CARRIER);
    }
    return unload.tubes().size() > workplace.bufferTubes(unload.port())
        ? Optional.of(Refusal.BUFFER_TOO_SMALL)
        : Optional.empty();
  }
}
