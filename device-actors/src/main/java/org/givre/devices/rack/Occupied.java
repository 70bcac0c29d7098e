package org.givre.devices.rack;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.givre.devices.rack.KeptWells.Spot;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.TubeId;

/** Tubes of a rack by name and by well, to see what clashes with them. The first to come stays. */
final class Occupied {
  private final Map<TubeId, Standing> byTube = new HashMap<>();
  private final Map<Spot, Standing> bySpot = new HashMap<>();

  Occupied(Collection<Standing> tubes) {
    tubes.forEach(this::add);
  }

  void add(Standing tube) {
    byTube.putIfAbsent(tube.tube().id(), tube);
    bySpot.putIfAbsent(Spot.of(tube), tube);
  }

  /** Those that are the same tube elsewhere, or another one in the same well. */
  List<Standing> clashing(Standing tube) {
    return Stream.of(byTube.get(tube.tube().id()), bySpot.get(Spot.of(tube)))
        .filter(Objects::nonNull)
        .filter(other -> !other.equals(tube))
        .distinct()
        .toList();
  }

  /** Whether the tube is none of these, and its well is empty. */
  boolean isFreeFor(Standing tube) {
    return !byTube.containsKey(tube.tube().id()) && !bySpot.containsKey(Spot.of(tube));
  }
}
