package org.givre.devices.picker;

import java.time.Instant;
import org.givre.devices.driver.Motion;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.exposure.LiftExposure;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * A tube in the carrier, with what it has been through so far.
 *
 * @param origin where it was picked
 * @param pickedAt end of its pick, by the device's clock
 * @param seconds outside in its box, then in the gripper
 * @param weightedSeconds the same, weighted by the surroundings
 * @param peakCelsius the warmest that it got, by the thermal model
 */
record CarriedTube(
    TubeId tube,
    JobId job,
    int request,
    Position origin,
    Instant pickedAt,
    double seconds,
    double weightedSeconds,
    double peakCelsius) {

  /** What {@code order} has just picked, and what that did to it. */
  static CarriedTube of(TubeToPick pick, RackId rack, OrderRun order, Workplace workplace) {
    var environment = workplace.environment(rack);
    var exposure = LiftExposure.of(environment, LiftMotions.of(order.motions(), environment));
    var number = order.triesBefore(Motion.Kind.PICK, pick.tube());
    var motion = order.motionOf(Motion.Kind.PICK, pick.tube()).orElseThrow();
    var gripperSeconds = LiftMotions.seconds(motion.start(), motion.end());
    return new CarriedTube(
        pick.tube(),
        pick.job(),
        pick.request(),
        new Position(rack, pick.level(), pick.well()),
        motion.end(),
        exposure.pickedSeconds(number) + gripperSeconds,
        exposure.pickedWeightedSeconds(number) + workplace.weights().transfer() * gripperSeconds,
        workplace.warming(rack).peakCelsius(exposure.picked(number), gripperSeconds));
  }

  PickerCommand.Carried carried() {
    return new PickerCommand.Carried(tube, job, request, origin, pickedAt);
  }

  ServedRequest served() {
    return new ServedRequest(job, request, tube);
  }

  MissedRequest missed(Finding finding) {
    return new MissedRequest(job, request, tube, finding);
  }

  /**
   * The delivery of this tube by {@code unload}. What a port's temperature does to it is counted in
   * weighted seconds, but not in its peak: no store file says how warm a port is.
   */
  Delivery delivered(PortId port, int slot, Motion unload, Workplace workplace) {
    var carrierSeconds = Math.max(0, LiftMotions.seconds(pickedAt, unload.start()));
    var unloadSeconds = LiftMotions.seconds(unload.start(), unload.end());
    var weights = workplace.weights();
    var portSide = weights.carrier() * carrierSeconds + weights.port() * unloadSeconds;
    return new Delivery(
        job,
        request,
        tube,
        port,
        slot,
        unload.end(),
        seconds + carrierSeconds + unloadSeconds,
        weightedSeconds + portSide,
        portSide,
        Math.max(peakCelsius, workplace.celsiusInCarrier(peakCelsius, carrierSeconds)));
  }
}
