package org.givre.devices.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.givre.plans.store.TubeId;

/**
 * Every tube by barcode, in parts that fit in memory: the truth of twenty million tubes at once
 * takes seven gigabytes. Each part is a pass over the world.
 */
final class TruthByBarcode {
  /** Some 350 MB. */
  private static final int TUBES_AT_ONCE = 1_000_000;

  /** Enough looks at a part to cut it within a few per cent of its size. */
  private static final int LOOKS_PER_PART = 1_000;

  private final WorldState state;

  /** First barcodes of all parts but the first. */
  private final List<TubeId> cuts;

  static TruthByBarcode of(WorldState state) {
    return new TruthByBarcode(state, TUBES_AT_ONCE);
  }

  TruthByBarcode(WorldState state, int tubesAtOnce) {
    this.state = state;
    this.cuts = cuts(state, tubesAtOnce);
  }

  private static List<TubeId> cuts(WorldState state, int tubesAtOnce) {
    var step = Math.max(1, tubesAtOnce / LOOKS_PER_PART);
    var seen = new ArrayList<TubeId>();
    var tubes = state.truth().iterator();
    for (var number = 0; tubes.hasNext(); number++) {
      var tube = tubes.next().tube().id();
      if (number % step == 0) {
        seen.add(tube);
      }
    }
    Collections.sort(seen);
    var cuts = new ArrayList<TubeId>();
    for (var look = tubesAtOnce / step; look < seen.size(); look += tubesAtOnce / step) {
      cuts.add(seen.get(look));
    }
    return cuts;
  }

  int parts() {
    return cuts.size() + 1;
  }

  /** The tubes of a part, by barcode; parts count from 0. */
  List<TubeTruth> part(int part) {
    return state
        .truth()
        .filter(tube -> partOf(tube.tube().id()) == part)
        .sorted(Comparator.comparing(tube -> tube.tube().id()))
        .toList();
  }

  private int partOf(TubeId tube) {
    var found = Collections.binarySearch(cuts, tube);
    return found < 0 ? -found - 1 : found + 1;
  }
}
