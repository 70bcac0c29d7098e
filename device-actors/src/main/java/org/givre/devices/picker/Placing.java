package org.givre.devices.picker;

import java.util.List;
import org.givre.devices.driver.Motion;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.rack.RackEvent.PlacedTube;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.exposure.LiftExposure;
import org.givre.plans.exposure.ThermalModel;
import org.givre.plans.exposure.TimeOutside;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;

/**
 * A tube that was placed in a lift that is over, and what that did to it: it was in the gripper,
 * then outside in its box until the rack was back. All of it follows from what the robot reported.
 *
 * @param motion of the gripper
 * @param outside in its box, from the end of the placing
 */
record Placing(
    CarriedTube tube,
    TubeToPlace place,
    RackId rack,
    Motion motion,
    TimeOutside outside,
    Workplace workplace) {

  /** All those of a task, in the order in which they were placed. */
  static List<Placing> of(PlaceTask task, TaskRun run, Workplace workplace) {
    if (run.placed().isEmpty()) {
      return List.of();
    }
    var order = run.order().orElseThrow();
    var environment = workplace.environment(task.rack());
    var exposure = LiftExposure.of(environment, LiftMotions.of(order.motions(), environment));
    return run.placed().stream()
        .map(
            tube ->
                new Placing(
                    tube,
                    task.placeOf(tube.tube()),
                    task.rack(),
                    order.motionOf(Motion.Kind.PLACE, tube.tube()).orElseThrow(),
                    exposure.placed(order.triesBefore(Motion.Kind.PLACE, tube.tube())),
                    workplace))
        .toList();
  }

  private double gripperSeconds() {
    return LiftMotions.seconds(motion.start(), motion.end());
  }

  private double carrierSeconds() {
    return Math.max(0, LiftMotions.seconds(tube.pickedAt(), motion.start()));
  }

  /** As its rack is told. */
  PlacedTube reported() {
    var standing = new Standing(place.tube(), place.level(), place.well());
    return new PlacedTube(standing, liftSeconds(), liftWeightedSeconds());
  }

  /** Seconds in the gripper and outside in its box. */
  private double liftSeconds() {
    return gripperSeconds() + outside.seconds();
  }

  /** The same, weighted by the surroundings. */
  private double liftWeightedSeconds() {
    return workplace.weights().transfer() * gripperSeconds()
        + outside.weightedSeconds(workplace.environment(rack));
  }

  /** As whoever gave the task is told. */
  Returned returned() {
    var carrierTubeSeconds = workplace.weights().carrier() * carrierSeconds();
    return new Returned(
        tube.job(),
        tube.request(),
        tube.tube(),
        new Position(rack, place.level(), place.well()),
        motion.end(),
        tube.seconds() + carrierSeconds() + liftSeconds(),
        tube.weightedSeconds() + carrierTubeSeconds + liftWeightedSeconds(),
        carrierTubeSeconds,
        peakCelsius());
  }

  /** It starts as warm as the carrier has left it. */
  private double peakCelsius() {
    var warming = workplace.warming(rack);
    var inCarrier = workplace.celsiusInCarrier(tube.peakCelsius(), carrierSeconds());
    var inGripper =
        Math.max(inCarrier, warming.gripper().celsiusAfter(inCarrier, gripperSeconds()));
    var inBox =
        new ThermalModel(inGripper, warming.box(), warming.chamber(), warming.gripper())
            .peakCelsius(outside);
    return Math.max(tube.peakCelsius(), inBox);
  }
}
