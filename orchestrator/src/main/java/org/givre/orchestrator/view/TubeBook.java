package org.givre.orchestrator.view;

import java.util.List;
import java.util.Optional;
import org.givre.devices.driver.Motion;
import org.givre.devices.picker.PickerEvent.TubeMissed;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerEvent.TubeUnloaded;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.rack.RackEvent.TubesImported;
import org.givre.orchestrator.columns.TubeTable;
import org.givre.orchestrator.feed.FeedEvent;
import org.givre.orchestrator.view.CustodyEntry.By;
import org.givre.orchestrator.view.CustodyEntry.Handling;
import org.givre.orchestrator.view.CustodyEntry.What;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/** Where every tube is and how it came there. Not thread-safe. */
final class TubeBook {
  private final TubeTable table = new TubeTable();
  private final Whereabouts whereabouts = new Whereabouts();
  private final CustodyLog custody = new CustodyLog();
  private final TaskBook tasks;
  private final Shelves shelves;

  TubeBook(StoreDefinition store, TaskBook tasks) {
    this.tasks = tasks;
    this.shelves = new Shelves(store);
  }

  void addTo(EventHandlers handlers) {
    handlers
        .on(TubesImported.class, this::imported)
        .on(RackLifted.class, this::lifted)
        .on(TubePicked.class, this::picked)
        .on(TubeMissed.class, this::missed)
        .on(TubePlaced.class, this::placed)
        .on(TubeUnloaded.class, this::unloaded);
  }

  private void imported(TubesImported e, FeedEvent at) {
    var shelf = known(new RackId(at.owner()));
    custody.arrive(table.size(), at);
    for (var standing : e.tubes()) {
      var next = table.size();
      var tube = table.add(standing.tube());
      if (tube == next) {
        whereabouts.add(0);
        stand(tube, shelf, standing);
      } else {
        comeBack(tube, shelf, standing, at);
      }
    }
  }

  private void comeBack(int tube, Shelf shelf, Standing standing, FeedEvent at) {
    var from = Optional.of(place(tube));
    leaveShelf(tube);
    stand(tube, shelf, standing);
    var to = Optional.of(standingPlace(tube));
    var by = CustodyLog.importer(at);
    custody.add(
        tube,
        new CustodyEntry(
            at.offset(), at.at(), What.IMPORTED, from, to, by, Optional.empty(), Optional.empty()));
  }

  private void stand(int tube, Shelf shelf, Standing standing) {
    var slot = shelf.slot(standing.level(), standing.well());
    displace(shelf.tubeAt(slot), tube);
    whereabouts.stands(tube, shelf.firstSlot() + slot);
    shelf.put(slot, tube);
  }

  /** Where a robot has put a tube, no other can stand. */
  private void displace(int believed, int tube) {
    if (believed != Shelf.FREE && believed != tube) {
      leaveShelf(believed);
      whereabouts.state(believed, TubeState.UNVERIFIED);
    }
  }

  private void lifted(RackLifted e, FeedEvent at) {
    known(new RackId(at.owner())).lifted(new Shelf.LoggedLift(at.offset(), e));
  }

  private void picked(TubePicked e, FeedEvent at) {
    var carrier = Optional.<Place>of(new Place.InCarrier(new PickerId(at.owner())));
    var hand = handling(e.motions(), Motion.Kind.PICK, e.tube());
    report(e.tube(), at, What.PICKED, new Move(carrier, tasks.jobOf(e.orderId(), e.tube()), hand));
    settle(e.tube(), TubeState.IN_TRANSIT);
  }

  private void missed(TubeMissed e, FeedEvent at) {
    var job = tasks.jobOf(e.orderId(), e.tube());
    var wellTaken = e.finding() == Finding.MISMATCH && tasks.placing(e.orderId()).isPresent();
    var stays = wellTaken ? Optional.of(place(known(e.tube()))) : Optional.<Place>empty();
    report(e.tube(), at, What.MISSED, new Move(stays, job, Optional.empty()));
    settle(e.tube(), wellTaken ? TubeState.IN_TRANSIT : TubeState.UNVERIFIED);
  }

  private void placed(TubePlaced e, FeedEvent at) {
    var task = tasks.placing(e.orderId()).orElseThrow(() -> placedFromNowhere(e));
    var standing = standing(task, e.tube());
    var shelf = known(task.rack());
    var slot = shelf.slot(standing.level(), standing.well());
    var to = Optional.<Place>of(place(shelf, slot));
    var hand = handling(e.motions(), Motion.Kind.PLACE, e.tube());
    report(e.tube(), at, What.PLACED, new Move(to, tasks.jobOf(e.orderId(), e.tube()), hand));
    leaveShelf(known(e.tube()));
    stand(known(e.tube()), shelf, standing);
  }

  private static IllegalStateException placedFromNowhere(TubePlaced e) {
    return new IllegalStateException(
        "The journal places tube %s by order %s, which belongs to no task that places"
            .formatted(e.tube(), e.orderId()));
  }

  private static Standing standing(PlaceTask task, TubeId tube) {
    return task.places().stream()
        .filter(place -> place.tube().id().equals(tube))
        .findFirst()
        .map(place -> new Standing(place.tube(), place.level(), place.well()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The journal places tube %s by task %s, which does not name it"
                        .formatted(tube, task.taskId())));
  }

  private void unloaded(TubeUnloaded e, FeedEvent at) {
    var dock = tasks.portOf(e.orderId()).<Place>map(port -> new Place.AtPort(port, e.slot()));
    var hand = handling(e.motions(), Motion.Kind.UNLOAD, e.tube());
    report(e.tube(), at, What.UNLOADED, new Move(dock, jobOf(e.tube(), at.offset()), hand));
    settle(e.tube(), TubeState.DELIVERED);
  }

  private static Optional<Handling> handling(List<Motion> motions, Motion.Kind kind, TubeId tube) {
    return motions.stream()
        .filter(motion -> motion.kind() == kind && motion.tube().equals(tube.value()))
        .findFirst()
        .map(motion -> new Handling(motion.start(), motion.end()));
  }

  /** What a device did to a tube. */
  private record Move(Optional<Place> to, Optional<JobId> job, Optional<Handling> hand) {}

  private void report(TubeId tube, FeedEvent at, What what, Move move) {
    var index = known(tube);
    var when = move.hand().map(Handling::end).orElse(at.at());
    var by = new By(true, at.owner());
    var from = Optional.of(place(index));
    custody.add(
        index,
        new CustodyEntry(at.offset(), when, what, from, move.to(), by, move.job(), move.hand()));
  }

  private void settle(TubeId tube, TubeState state) {
    var index = known(tube);
    leaveShelf(index);
    whereabouts.state(index, state);
  }

  private void leaveShelf(int tube) {
    if (whereabouts.state(tube) == TubeState.STORED) {
      var shelf = shelves.at(whereabouts.slot(tube));
      shelf.take(whereabouts.slot(tube) - shelf.firstSlot(), tube);
    }
  }

  private int known(TubeId tube) {
    var index = table.indexOf(tube);
    if (index == TubeTable.NONE) {
      throw new IllegalStateException(
          "The journal moves tube %s, which no import has brought".formatted(tube));
    }
    return index;
  }

  private Shelf known(RackId rack) {
    return shelves
        .of(rack)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The journal speaks of rack %s, which the store file does not have"
                        .formatted(rack)));
  }

  TubeTable table() {
    return table;
  }

  Whereabouts whereabouts() {
    return whereabouts;
  }

  Shelves shelves() {
    return shelves;
  }

  Optional<JobId> jobOf(TubeId tube, long offset) {
    return custody.jobOf(table.indexOf(tube), offset);
  }

  TubePicture picture(int tube) {
    return new TubePicture(
        table.tube(tube), whereabouts.state(tube), place(tube), confidence(tube));
  }

  private Confidence confidence(int tube) {
    return switch (whereabouts.state(tube)) {
      case STORED -> custody.placed(tube) ? Confidence.CONFIRMED : Confidence.ASSUMED;
      case IN_TRANSIT, DELIVERED -> Confidence.CONFIRMED;
      case UNVERIFIED -> Confidence.UNVERIFIED;
    };
  }

  private Place place(int tube) {
    return custody.lastPlace(tube).orElseGet(() -> standingPlace(tube));
  }

  private Place standingPlace(int tube) {
    var shelf = shelves.at(whereabouts.slot(tube));
    return place(shelf, whereabouts.slot(tube) - shelf.firstSlot());
  }

  private static Place place(Shelf shelf, int slot) {
    return new Place.InRack(shelf.dewar().id(), shelf.position(slot));
  }

  /** Every line of the tube's custody, from its first import on. */
  List<CustodyEntry> history(int tube) {
    return custody.entries(tube, place(tube));
  }
}
