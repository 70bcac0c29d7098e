package org.givre.devices.sim;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;

/** Where every tube is: each in exactly one place. All of it is in memory. */
final class TubePlaces {
  private final BoxClocks boxes;
  private final Map<String, StoredTube> byBarcode = new HashMap<>();
  private final Map<Position, StoredTube> byPosition = new HashMap<>();

  TubePlaces(BoxClocks boxes) {
    this.boxes = boxes;
  }

  Optional<StoredTube> find(TubeId tube) {
    return Optional.ofNullable(byBarcode.get(tube.value()));
  }

  /** Barcode of the tube in a well. */
  Optional<String> at(Position position) {
    return Optional.ofNullable(byPosition.get(position)).map(stored -> stored.tube().id().value());
  }

  void load(String importId, LoadedTube loaded, String dewar, Instant at) {
    var barcode = loaded.tube().id().value();
    var place = new TubePlace.InRack(dewar, loaded.position());
    var stored = byBarcode.get(barcode);
    if (stored == null) {
      stored = new StoredTube(loaded, importId, place, at);
      stored.startFrom(boxes);
      byBarcode.put(barcode, stored);
    } else {
      stored.reload(loaded, importId);
      stored.move(place, at, boxes);
    }
    byPosition.put(loaded.position(), stored);
  }

  /** The tube of that name goes from a rack into a carrier. */
  void pick(String barcode, String picker, Instant at) {
    var stored = stored(barcode);
    leaveWell(stored);
    stored.countPick();
    stored.move(new TubePlace.InCarrier(picker), at, boxes);
  }

  /** The tube of that name goes from a carrier into a rack. */
  void place(String barcode, TubePlace.InRack to, Instant at) {
    var stored = stored(barcode);
    stored.countPlace();
    stored.move(to, at, boxes);
    byPosition.put(to.position(), stored);
  }

  /** The tube of that name goes from a carrier to a port. */
  void unload(String barcode, TubePlace.AtPort to, Instant at) {
    stored(barcode).move(to, at, boxes);
  }

  private void leaveWell(StoredTube stored) {
    if (stored.place() instanceof TubePlace.InRack in) {
      byPosition.remove(in.position());
    }
  }

  private StoredTube stored(String barcode) {
    var stored = byBarcode.get(barcode);
    if (stored == null) {
      throw new IllegalStateException(
          "The world's log moves tube %s, which it never loaded".formatted(barcode));
    }
    return stored;
  }

  /** Every tube, by barcode. */
  List<TubeTruth> truth(Instant now) {
    return byBarcode.values().stream()
        .map(stored -> stored.truth(now, boxes))
        .sorted(Comparator.comparing(truth -> truth.tube().id()))
        .toList();
  }
}
