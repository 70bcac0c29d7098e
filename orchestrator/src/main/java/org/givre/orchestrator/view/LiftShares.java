package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.devices.rack.RackEvent.PlacedTube;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.TakenTube;
import org.givre.orchestrator.view.CustodyEntry.Handling;
import org.givre.orchestrator.view.ExposureInterval.Role;
import org.givre.orchestrator.view.ExposureInterval.Surroundings;
import org.givre.plans.exposure.ThermalModel;
import org.givre.plans.exposure.TimeOutside;
import org.givre.plans.store.Dewar;

/**
 * What one lift did to a tube: one that stayed, was taken or was put back.
 *
 * @param offset of the lift's event
 * @param transferWeight of a second in the gripper
 */
record LiftShares(Dewar dewar, double transferWeight, long offset, RackLifted lift) {
  /** Weights closer than this cannot be told apart in a weighted sum. */
  private static final double SAME_WEIGHT = 1e-9;

  Optional<ExposureInterval> bystander(int level) {
    var box = lift.boxes().get(level - 1);
    if (box.seconds() == 0) {
      return Optional.empty();
    }
    var peak = model().peakCelsius(outside(box.seconds(), box.weightedSeconds()));
    return Optional.of(
        ExposureShare.of(Role.BYSTANDER, Surroundings.RACK, peak)
            .interval(
                offset,
                new Handling(lift.started(), lift.ended()),
                box.seconds(),
                box.weightedSeconds()));
  }

  /** Outside in its box, then in the hand, if it is known when that was. */
  List<ExposureInterval> taken(TakenTube taken, Optional<Handling> grip) {
    var gripSeconds = grip.map(ExposureShare::seconds).orElse(0.0);
    var gripWeighted = gripSeconds * transferWeight;
    var boxSeconds = Math.max(0, taken.seconds() - gripSeconds);
    var boxWeighted = Math.max(0, taken.weightedSeconds() - gripWeighted);
    var outside = outside(boxSeconds, boxWeighted);
    var until = grip.map(Handling::start).orElse(lift.ended());
    var intervals = new ArrayList<ExposureInterval>();
    intervals.add(
        target(Surroundings.RACK, model().peakCelsius(outside))
            .interval(offset, new Handling(lift.started(), until), boxSeconds, boxWeighted));
    grip.map(hand -> gripper(hand, model().peakCelsius(outside, gripSeconds)))
        .ifPresent(intervals::add);
    return intervals;
  }

  /** In the hand, as warm as it came from the carrier, then outside in its box. */
  List<ExposureInterval> placed(PlacedTube placed, Handling hand, double celsiusBefore) {
    var gripSeconds = ExposureShare.seconds(hand);
    var boxSeconds = Math.max(0, placed.seconds() - gripSeconds);
    var boxWeighted = Math.max(0, placed.weightedSeconds() - gripSeconds * transferWeight);
    var inGripper =
        Math.max(celsiusBefore, model().gripper().celsiusAfter(celsiusBefore, gripSeconds));
    var inBox = startingAt(inGripper).peakCelsius(outside(boxSeconds, boxWeighted));
    return List.of(
        gripper(hand, inGripper),
        target(Surroundings.RACK, inBox)
            .interval(offset, new Handling(hand.end(), lift.ended()), boxSeconds, boxWeighted));
  }

  private ExposureInterval gripper(Handling hand, double peakCelsius) {
    return target(Surroundings.GRIPPER, peakCelsius).interval(offset, hand, transferWeight);
  }

  private static ExposureShare target(Surroundings surroundings, double peakCelsius) {
    return ExposureShare.of(Role.TARGET, surroundings, peakCelsius);
  }

  private ThermalModel model() {
    return ThermalModel.of(dewar.holdCelsius(), dewar.workAreaCelsius());
  }

  private ThermalModel startingAt(double celsius) {
    var model = model();
    return new ThermalModel(celsius, model.box(), model.chamber(), model.gripper());
  }

  /**
   * Takes a weighted sum apart: weighted = lift weight x work area + chamber weight x chamber, and
   * seconds = work area + chamber.
   */
  private TimeOutside outside(double seconds, double weighted) {
    var inWorkArea = dewar.liftWeight();
    var inChamber = dewar.park().map(park -> park.chamberWeight()).orElse(inWorkArea);
    if (Math.abs(inWorkArea - inChamber) < SAME_WEIGHT) {
      return new TimeOutside(seconds, 0);
    }
    var parked = (inWorkArea * seconds - weighted) / (inWorkArea - inChamber);
    var chamberSeconds = Math.min(seconds, Math.max(0, parked));
    return new TimeOutside(seconds - chamberSeconds, chamberSeconds);
  }
}
