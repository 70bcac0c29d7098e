package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.givre.devices.rack.RackEvent.PlacedTube;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.TakenTube;
import org.givre.orchestrator.view.CustodyEntry.Handling;
import org.givre.orchestrator.view.CustodyEntry.What;
import org.givre.orchestrator.view.ExposureInterval.Role;
import org.givre.orchestrator.view.ExposureInterval.Surroundings;
import org.givre.orchestrator.view.Shelf.LoggedLift;
import org.givre.plans.exposure.ThermalModel;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/**
 * Derives the ledger of one tube from the lifts of the racks that it stood in and from its custody:
 * it shares a lift's exposure from the import that brought it, or after the lift that put it back,
 * until the lift that took it.
 */
final class LedgerReader {
  private final TubeBook book;
  private final StoreDefinition store;

  LedgerReader(TubeBook book, StoreDefinition store) {
    this.book = book;
    this.store = store;
  }

  ExposureLedger ledger(int index) {
    var way = new Way(book.table().id(index), book.history(index));
    way.history.forEach(way::follow);
    way.intervals.sort(Comparator.comparingLong(ExposureInterval::offset));
    return new ExposureLedger(way.intervals);
  }

  /** The way of one tube, as far as it has been followed. */
  private final class Way {
    private final TubeId tube;
    private final List<CustodyEntry> history;
    private final List<ExposureInterval> intervals = new ArrayList<>();

    /** How cold the carrier has left it. */
    private OptionalDouble fromCarrier = OptionalDouble.empty();

    private Way(TubeId tube, List<CustodyEntry> history) {
      this.tube = tube;
      this.history = history;
    }

    private void follow(CustodyEntry entry) {
      switch (entry.what()) {
        case IMPORTED -> stay(entry);
        case PLACED -> {
          ride(entry);
          stay(entry);
        }
        case UNLOADED -> {
          ride(entry);
          handOver(entry);
        }
        case PICKED, MISSED -> {}
      }
    }

    /** What the lifts of a rack did to the tube that {@code arrival} put there. */
    private void stay(CustodyEntry arrival) {
      if (!(arrival.to().orElse(null) instanceof Place.InRack place)) {
        return;
      }
      var shelf = book.shelves().of(place.position().rack()).orElseThrow();
      for (var logged : liftsSince(arrival, shelf)) {
        var lift = logged.lift();
        var shares =
            new LiftShares(shelf.dewar(), store.weights().transfer(), logged.offset(), lift);
        var taken = taken(lift);
        if (taken.isPresent()) {
          intervals.addAll(shares.taken(taken.get(), grip(logged)));
          return;
        }
        if (lift.missed().stream().anyMatch(missed -> missed.tube().equals(tube))) {
          return;
        }
        var placed = placed(lift);
        if (placed.isPresent()) {
          var celsius = fromCarrier.orElse(shelf.dewar().holdCelsius());
          arrival
              .handling()
              .map(hand -> shares.placed(placed.get(), hand, celsius))
              .ifPresent(intervals::addAll);
        } else {
          shares.bystander(place.position().level()).ifPresent(intervals::add);
        }
      }
    }

    /** From the one on that put the tube back, where one did: a rack may hear of others late. */
    private List<LoggedLift> liftsSince(CustodyEntry arrival, Shelf shelf) {
      var later = shelf.lifts().stream().filter(lift -> lift.offset() > arrival.offset());
      return arrival.what() == What.PLACED
          ? later.dropWhile(lift -> placed(lift.lift()).isEmpty()).toList()
          : later.toList();
    }

    private Optional<TakenTube> taken(RackLifted lift) {
      return lift.taken().stream().filter(taken -> taken.tube().equals(tube)).findFirst();
    }

    private Optional<PlacedTube> placed(RackLifted lift) {
      return lift.placed().stream()
          .filter(placed -> placed.standing().tube().id().equals(tube))
          .findFirst();
    }

    /** The motion that took the tube: the last pick before the rack reported the lift. */
    private Optional<Handling> grip(LoggedLift lift) {
      return pickBefore(lift.offset()).flatMap(CustodyEntry::handling);
    }

    private Optional<CustodyEntry> pickBefore(long offset) {
      return history.stream()
          .filter(entry -> entry.what() == What.PICKED && entry.offset() < offset)
          .reduce((earlier, later) -> later);
    }

    /** In the carrier, from its pick until the hand of {@code end} took it out. */
    private void ride(CustodyEntry end) {
      var picked = pickBefore(end.offset());
      var hand = end.handling();
      if (picked.isEmpty() || hand.isEmpty()) {
        return;
      }
      var time = new Handling(picked.get().at(), hand.get().start());
      var before = peakSoFar();
      fromCarrier = celsiusInCarrier(picked.get(), before, ExposureShare.seconds(time));
      var warmest = DoubleStream.concat(before.stream(), fromCarrier.stream()).max();
      intervals.add(
          new ExposureShare(Role.TARGET, Surroundings.CARRIER, warmest)
              .interval(end.offset(), time, store.weights().carrier()));
    }

    /** How warm the tube came into the carrier. */
    private OptionalDouble peakSoFar() {
      return intervals.isEmpty()
          ? OptionalDouble.empty()
          : intervals.get(intervals.size() - 1).peakCelsius();
    }

    /** At a port: no store file says how warm that is. */
    private void handOver(CustodyEntry unloaded) {
      unloaded
          .handling()
          .map(
              hand ->
                  new ExposureShare(Role.TARGET, Surroundings.PORT, OptionalDouble.empty())
                      .interval(unloaded.offset(), hand, store.weights().port()))
          .ifPresent(intervals::add);
    }
  }

  /** A tube takes on the carrier's temperature, warmer or colder, like a tube in the gripper. */
  private OptionalDouble celsiusInCarrier(
      CustodyEntry picked, OptionalDouble before, double seconds) {
    if (before.isEmpty() || !(picked.to().orElse(null) instanceof Place.InCarrier in)) {
      return OptionalDouble.empty();
    }
    var carrier = store.picker(in.picker()).orElseThrow().carrierCelsius();
    var gripper = ThermalModel.of(carrier, carrier).gripper();
    return OptionalDouble.of(gripper.celsiusAfter(before.getAsDouble(), seconds));
  }
}
