package org.givre.devices.sim;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;
import org.givre.protocols.world.v1.BoxFilled;

/**
 * Where every tube is: each in exactly one place. In memory are those that robots have moved, and
 * those of old logs; all others rest in {@link FilledBoxes}. Who has moved once is for ever one of
 * the first, so that what is told of a box holds but for them.
 */
final class TubePlaces {
  private final BoxClocks boxes;
  private final FilledBoxes filled;
  private final Map<String, StoredTube> byBarcode = new HashMap<>();
  private final Map<Position, StoredTube> byPosition = new HashMap<>();

  TubePlaces(BoxClocks boxes, FilledBoxes filled) {
    this.boxes = boxes;
    this.filled = filled;
  }

  Optional<StoredTube> find(TubeId tube) {
    return Optional.ofNullable(byBarcode.get(tube.value()))
        .or(() -> filled.find(tube.value()).map(StoredTube::of));
  }

  /** Barcode of the tube in a well. */
  Optional<String> at(Position position) {
    return Optional.ofNullable(byPosition.get(position))
        .map(stored -> stored.tube().id().value())
        .or(() -> resting(position).map(RestingTube::barcode));
  }

  private Optional<RestingTube> resting(Position position) {
    return filled.at(position).filter(this::rests);
  }

  private boolean rests(RestingTube tube) {
    return !byBarcode.containsKey(tube.barcode());
  }

  /** The box as it is once {@code tubes}, new in the world, have come into it. */
  BoxFilled filled(Box box, List<RestingTube> tubes) {
    var here = filled.in(box).stream().filter(this::rests);
    return BoxRecords.filled(Stream.concat(here, tubes.stream()).toList());
  }

  /** Somebody has put tubes into a box that are new in the world. */
  void fill(long at, BoxFilled record) {
    filled.take(at, record);
  }

  void load(String importId, LoadedTube loaded, String dewar, Instant at) {
    var barcode = loaded.tube().id().value();
    var place = new TubePlace.InRack(dewar, loaded.position());
    var stored = byBarcode.get(barcode);
    if (stored == null) {
      stored = new StoredTube(loaded, importId, place, boxes.seconds(Box.of(loaded.position())));
      byBarcode.put(barcode, stored);
    } else {
      stored.reload(loaded, importId);
      stored.move(place, at, boxes);
    }
    byPosition.put(loaded.position(), stored);
  }

  /** The tube of that name goes from its well into a carrier. */
  void pick(String barcode, Position from, String picker, Instant at) {
    resting(from).ifPresent(tube -> byBarcode.put(tube.barcode(), StoredTube.of(tube)));
    var stored = stored(barcode);
    byPosition.remove(from);
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

  private StoredTube stored(String barcode) {
    var stored = byBarcode.get(barcode);
    if (stored == null) {
      throw new IllegalStateException(
          "The world's log moves tube %s, which it never loaded".formatted(barcode));
    }
    return stored;
  }

  /** Every tube, in no order. */
  Stream<TubeTruth> truth(Instant now) {
    var resting = filled.all().filter(this::rests).map(StoredTube::of);
    return Stream.concat(resting, byBarcode.values().stream())
        .map(stored -> stored.truth(now, boxes));
  }
}
