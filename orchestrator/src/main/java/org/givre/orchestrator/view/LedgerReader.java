package org.givre.orchestrator.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.givre.devices.rack.RackEvent.BoxExposure;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.TakenTube;
import org.givre.orchestrator.view.CustodyEntry.Handling;
import org.givre.orchestrator.view.CustodyEntry.What;
import org.givre.orchestrator.view.ExposureInterval.Role;
import org.givre.orchestrator.view.ExposureInterval.Surroundings;
import org.givre.orchestrator.view.Shelf.LoggedLift;
import org.givre.plans.exposure.ThermalModel;
import org.givre.plans.exposure.TimeOutside;
import org.givre.plans.instance.Weights;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/**
 * Derives the ledger of one tube from the lifts of the racks that it stood in and from its custody:
 * it shares a lift's exposure from the import that brought it until the lift that took it.
 */
final class LedgerReader {
  /** Weights closer than this cannot be told apart in a weighted sum. */
  private static final double SAME_WEIGHT = 1e-9;

  private final TubeBook book;
  private final StoreDefinition store;
  private final Weights weights;

  LedgerReader(TubeBook book, StoreDefinition store) {
    this.book = book;
    this.store = store;
    this.weights = store.weights();
  }

  ExposureLedger ledger(int index) {
    var tube = book.table().tube(index).id();
    var intervals = new ArrayList<ExposureInterval>();
    Optional<CustodyEntry> before = Optional.empty();
    for (var entry : book.history(index)) {
      if (entry.what() == What.IMPORTED) {
        intervals.addAll(stay(tube, entry, book.history(index)));
      } else if (entry.what() == What.UNLOADED) {
        before.ifPresent(picked -> intervals.addAll(underWay(picked, entry, peakSoFar(intervals))));
      }
      before = Optional.of(entry);
    }
    intervals.sort(Comparator.comparingLong(ExposureInterval::offset));
    return new ExposureLedger(intervals);
  }

  /** What the lifts of a rack did to a tube that {@code arrival} put there. */
  private List<ExposureInterval> stay(
      TubeId tube, CustodyEntry arrival, List<CustodyEntry> history) {
    var intervals = new ArrayList<ExposureInterval>();
    if (!(arrival.to().orElse(null) instanceof Place.InRack place)) {
      return intervals;
    }
    var shelf = book.shelf(place.position().rack()).orElseThrow();
    for (var lift : shelf.lifts()) {
      if (lift.offset() > arrival.offset()) {
        var taken = lift.lift().taken().stream().filter(t -> t.tube().equals(tube)).findFirst();
        if (taken.isPresent()) {
          intervals.addAll(target(shelf.dewar(), lift, taken.get(), grip(lift, history)));
          return intervals;
        }
        if (lift.lift().missed().stream().anyMatch(m -> m.tube().equals(tube))) {
          return intervals;
        }
        bystander(shelf.dewar(), lift, place.position().level()).ifPresent(intervals::add);
      }
    }
    return intervals;
  }

  private static Optional<ExposureInterval> bystander(Dewar dewar, LoggedLift lift, int level) {
    BoxExposure box = lift.lift().boxes().get(level - 1);
    if (box.seconds() == 0) {
      return Optional.empty();
    }
    var peak = model(dewar).peakCelsius(outside(dewar, box.seconds(), box.weightedSeconds()));
    var inRack = new Share(Role.BYSTANDER, Surroundings.RACK, OptionalDouble.of(peak));
    return Optional.of(
        inRack.of(
            lift.offset(),
            new Handling(lift.lift().started(), lift.lift().ended()),
            box.seconds(),
            box.weightedSeconds()));
  }

  /** The motion that took the tube: the last pick before the rack reported the lift. */
  private static Optional<Handling> grip(LoggedLift lift, List<CustodyEntry> history) {
    return history.stream()
        .filter(e -> e.what() == What.PICKED && e.offset() < lift.offset())
        .reduce((earlier, later) -> later)
        .flatMap(CustodyEntry::handling);
  }

  private List<ExposureInterval> target(
      Dewar dewar, LoggedLift logged, TakenTube taken, Optional<Handling> grip) {
    RackLifted lift = logged.lift();
    var gripSeconds = grip.map(LedgerReader::seconds).orElse(0.0);
    var gripWeighted = gripSeconds * weights.transfer();
    var boxSeconds = Math.max(0, taken.seconds() - gripSeconds);
    var boxWeighted = Math.max(0, taken.weightedSeconds() - gripWeighted);
    var outside = outside(dewar, boxSeconds, boxWeighted);
    var boxPeak = OptionalDouble.of(model(dewar).peakCelsius(outside));
    var peak = OptionalDouble.of(model(dewar).peakCelsius(outside, gripSeconds));
    var until = grip.map(Handling::start).orElse(lift.ended());
    var intervals = new ArrayList<ExposureInterval>();
    intervals.add(
        new Share(Role.TARGET, Surroundings.RACK, boxPeak)
            .of(logged.offset(), new Handling(lift.started(), until), boxSeconds, boxWeighted));
    grip.map(
            hand ->
                new Share(Role.TARGET, Surroundings.GRIPPER, peak)
                    .of(logged.offset(), hand, gripSeconds, gripWeighted))
        .ifPresent(intervals::add);
    return intervals;
  }

  /** How warm the tube came into the carrier. */
  private static OptionalDouble peakSoFar(List<ExposureInterval> intervals) {
    return intervals.isEmpty()
        ? OptionalDouble.empty()
        : intervals.get(intervals.size() - 1).peakCelsius();
  }

  private List<ExposureInterval> underWay(
      CustodyEntry picked, CustodyEntry unloaded, OptionalDouble peakBefore) {
    var hand = unloaded.handling();
    if (hand.isEmpty()) {
      return List.of();
    }
    var ride = new Handling(picked.at(), hand.get().start());
    var warmest =
        peakBefore.isPresent()
            ? celsiusInCarrier(picked, peakBefore.getAsDouble(), seconds(ride))
            : OptionalDouble.empty();
    var inCarrier = new Share(Role.TARGET, Surroundings.CARRIER, warmest);
    var atPort = new Share(Role.TARGET, Surroundings.PORT, OptionalDouble.empty());
    return List.of(
        moving(inCarrier, unloaded.offset(), ride, weights.carrier()),
        moving(atPort, unloaded.offset(), hand.get(), weights.port()));
  }

  /** A tube takes on the carrier's temperature, warmer or colder, like a tube in the gripper. */
  private OptionalDouble celsiusInCarrier(CustodyEntry picked, double start, double seconds) {
    if (!(picked.to().orElse(null) instanceof Place.InCarrier in)) {
      return OptionalDouble.empty();
    }
    var carrier = store.picker(in.picker()).orElseThrow().carrierCelsius();
    var after = ThermalModel.of(carrier, carrier).gripper().celsiusAfter(start, seconds);
    return OptionalDouble.of(Math.max(start, after));
  }

  private static ExposureInterval moving(Share share, long offset, Handling time, double weight) {
    var seconds = Math.max(0, seconds(time));
    return share.of(offset, time, seconds, seconds * weight);
  }

  /** Part of a tube's way through one kind of surroundings. */
  private record Share(Role as, Surroundings surroundings, OptionalDouble peakCelsius) {
    ExposureInterval of(long offset, Handling time, double seconds, double weighted) {
      return new ExposureInterval(
          offset, time.start(), time.end(), as, surroundings, seconds, weighted, peakCelsius);
    }
  }

  private static double seconds(Handling time) {
    Instant start = time.start();
    return Duration.between(start, time.end()).toNanos() / 1e9;
  }

  private static ThermalModel model(Dewar dewar) {
    return ThermalModel.of(dewar.holdCelsius(), dewar.workAreaCelsius());
  }

  /**
   * Takes a weighted sum apart: weighted = lift weight x work area + chamber weight x chamber, and
   * seconds = work area + chamber.
   */
  private static TimeOutside outside(Dewar dewar, double seconds, double weighted) {
    var lift = dewar.liftWeight();
    var chamber = dewar.park().map(park -> park.chamberWeight()).orElse(lift);
    if (Math.abs(lift - chamber) < SAME_WEIGHT) {
      return new TimeOutside(seconds, 0);
    }
    var parked = (lift * seconds - weighted) / (lift - chamber);
    var inChamber = Math.min(seconds, Math.max(0, parked));
    return new TimeOutside(seconds - inChamber, inChamber);
  }
}
