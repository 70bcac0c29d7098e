package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Who lifts which rack in which order, in words that outlast the numbers of one {@link Work}: what
 * is left of it can be followed when lifts have been added, changed or done.
 */
public record Itinerary(List<Stop> stops) {
  public Itinerary {
    stops = List.copyOf(stops);
  }

  /**
   * A lift.
   *
   * @param picker index
   * @param rack index
   * @param ordinal how many lifts of the rack come before it
   * @param unloadAfter whether the picker unloads afterwards
   */
  public record Stop(int picker, int rack, int ordinal, boolean unloadAfter) {
    /** The same, but the picker unloads afterwards. */
    public Stop unloading() {
      return new Stop(picker, rack, ordinal, true);
    }
  }

  /** What routes do; each picker's stops in order. */
  public static Itinerary of(Work work, Routes routes) {
    var stops = new ArrayList<Stop>();
    for (int picker = 0; picker < routes.sizes.length; picker++) {
      for (int i = 0; i < routes.sizes[picker]; i++) {
        int errand = routes.errands[picker][i];
        if (errand < work.visits.length) {
          int rack = work.visits[errand].rack.index;
          boolean unload = routes.unloadAfter[errand];
          stops.add(new Stop(picker, rack, work.ordinal[errand], unload));
        }
      }
    }
    return new Itinerary(stops);
  }
}
