package org.givre.devices.picker;

import java.time.Instant;
import java.util.List;
import org.givre.devices.driver.Motion;
import org.givre.devices.picker.PickerEvent.TubeMissed;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.store.PortId;
import org.givre.plans.store.TubeId;

/**
 * A step that was to move a tube, and what it leads to in the carrier and in the task.
 *
 * @param run as it was before
 * @param order with the step
 */
record TubeStep(PickerState before, TaskRun run, OrderRun order) {
  static TubeStep of(PickerState before, int step, List<Motion> motions) {
    var run = before.run().orElseThrow();
    return new TubeStep(before, run, run.order().orElseThrow().withStep(step, motions));
  }

  PickerState picked(TubeId id, Instant at) {
    var lift = (LiftTask) run.task();
    var pick = lift.pickOf(id);
    var moved = order.withMotionOf(Motion.Kind.PICK, id, pick.level(), at);
    var tube = CarriedTube.of(pick, lift.rack(), moved, before.workplace());
    return before.plus(tube).with(run.withOrder(moved).withPicked(tube));
  }

  PickerState placed(TubeId id, Instant at) {
    var place = ((PlaceTask) run.task()).placeOf(id);
    var moved = order.withMotionOf(Motion.Kind.PLACE, id, place.level(), at);
    return before.without(id).with(run.withOrder(moved).withPlaced(before.carried(id)));
  }

  PickerState unloaded(TubeId id, int slot, Instant at) {
    var moved = order.withMotionOf(Motion.Kind.UNLOAD, id, 0, at);
    var unload = moved.motionOf(Motion.Kind.UNLOAD, id).orElseThrow();
    var port = new PortId(run.task().station());
    var delivery = before.carried(id).delivered(port, slot, unload, before.workplace());
    return before.without(id).with(run.withOrder(moved).withDelivery(delivery));
  }

  /** A tube whose well was taken is still in the carrier; one that was not there never was. */
  PickerState missed(TubeMissed event) {
    if (run.task() instanceof LiftTask lift) {
      return before.with(missing(lift.pickOf(event.tube()).missed(event.finding())));
    }
    var next = before.with(missing(before.carried(event.tube()).missed(event.finding())));
    var kept = run.task() instanceof PlaceTask && event.finding() == Finding.MISMATCH;
    return kept ? next : next.without(event.tube());
  }

  private TaskRun missing(PickerNotice.MissedRequest request) {
    return run.withOrder(order).withMissed(request);
  }
}
