package org.givre.orchestrator.view;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.plans.store.TubeId;

/** What a task does, whoever does it and when; equal where two tasks do the same. */
record StepContent(String what, String place, Set<TubeId> tubes) {
  static StepContent of(PickerTask task) {
    if (task instanceof LiftTask lift) {
      var tubes = lift.picks().stream().map(TubeToPick::tube).toList();
      return of(lift.mode().name(), lift.rack().value(), tubes);
    }
    if (task instanceof PlaceTask put) {
      return of("PLACE", put.rack().value(), put.tubes());
    }
    var unload = (UnloadTask) task;
    return of("UNLOAD", unload.port().value(), unload.tubes());
  }

  private static StepContent of(String what, String place, Collection<TubeId> tubes) {
    return new StepContent(what, place, new TreeSet<>(tubes));
  }
}
