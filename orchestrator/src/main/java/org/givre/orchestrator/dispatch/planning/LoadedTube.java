package org.givre.orchestrator.dispatch.planning;

import java.time.Instant;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;

/**
 * A tube that is in a carrier, or will be when a running lift is over.
 *
 * @param origin the well that it came from
 * @param since when it came into the carrier
 */
record LoadedTube(
    PickerId picker, TubeId tube, RequestKey request, Position origin, Instant since) {
  static LoadedTube of(PickerId picker, PickerCommand.Carried carried) {
    return new LoadedTube(
        picker,
        carried.tube(),
        new RequestKey(carried.job(), carried.request()),
        carried.origin(),
        carried.pickedAt());
  }

  static LoadedTube of(RunningTask running, LiftTask lift, TubeToPick pick) {
    return new LoadedTube(
        running.picker(),
        pick.tube(),
        new RequestKey(pick.job(), pick.request()),
        new Position(lift.rack(), pick.level(), pick.well()),
        running.expectedEnd());
  }

  boolean isSameAs(LoadedTube other) {
    return tube.equals(other.tube) && request.equals(other.request);
  }
}
