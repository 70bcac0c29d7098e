package org.givre.plans.search.choice;

import java.util.Arrays;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.jspecify.annotations.Nullable;

/** Which requests are served from which rack, in no particular but a reproducible order. */
public final class RackRoster {
  private static final int FIRST_ROOM = 4;

  private final @Nullable Demand[][] byRack;
  private final int[] sizes;
  private final int[] places;

  RackRoster(Problem problem) {
    this.byRack = new Demand[problem.racks.length][FIRST_ROOM];
    this.sizes = new int[problem.racks.length];
    this.places = new int[problem.demands.length];
  }

  /** Number of requests served from {@code rack}. */
  public int size(Rack rack) {
    return sizes[rack.index];
  }

  /** The {@code i}-th of them. */
  public Demand get(Rack rack, int i) {
    var demand = byRack[rack.index][i];
    if (demand == null) {
      throw new IndexOutOfBoundsException("Rack " + rack.id + " serves fewer than " + (i + 1));
    }
    return demand;
  }

  void add(Rack rack, Demand demand) {
    int size = sizes[rack.index];
    if (size == byRack[rack.index].length) {
      byRack[rack.index] = Arrays.copyOf(byRack[rack.index], 2 * size);
    }
    byRack[rack.index][size] = demand;
    places[demand.index] = size;
    sizes[rack.index] = size + 1;
  }

  void remove(Rack rack, Demand demand) {
    int last = sizes[rack.index] - 1;
    var moved = get(rack, last);
    byRack[rack.index][places[demand.index]] = moved;
    places[moved.index] = places[demand.index];
    byRack[rack.index][last] = null;
    sizes[rack.index] = last;
  }
}
