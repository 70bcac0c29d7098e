package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who lifts which rack in which order, in words that outlast the numbers of one {@link Work}: what
 * is left of it can be followed when lifts have been added, changed or done.
 *
 * @param stops each picker's in order
 * @param unloadingFirst indices of the pickers that unload before their first stop
 */
public record Itinerary(List<Stop> stops, Set<Integer> unloadingFirst) {
  /** Nobody does anything. */
  public static final Itinerary NONE = new Itinerary(List.of(), Set.of());

  public Itinerary {
    stops = List.copyOf(stops);
    unloadingFirst = Set.copyOf(unloadingFirst);
  }

  /**
   * A lift, or tubes put back.
   *
   * @param picker index
   * @param rack index
   * @param places whether tubes are put back
   * @param ordinal how many lifts of the rack come before it; where tubes are put back, how many
   *     such stops of the picker at the rack
   * @param unloadAfter whether the picker unloads afterwards
   */
  public record Stop(int picker, int rack, boolean places, int ordinal, boolean unloadAfter) {
    /** The same, but the picker unloads afterwards. */
    public Stop unloading() {
      return new Stop(picker, rack, places, ordinal, true);
    }
  }

  /** What routes do; each picker's stops in order. */
  public static Itinerary of(Work work, Routes routes) {
    var stops = new ArrayList<Stop>();
    var unloadingFirst = new TreeSet<Integer>();
    for (int picker = 0; picker < routes.sizes.length; picker++) {
      if (routes.unloadFirst[picker]) {
        unloadingFirst.add(picker);
      }
      for (int i = 0; i < routes.sizes[picker]; i++) {
        int errand = routes.errands[picker][i];
        int rack = work.lift(errand).rack.index;
        boolean places = errand >= work.visits.length;
        boolean unload = routes.unloadAfter[errand];
        stops.add(new Stop(picker, rack, places, work.ordinal[errand], unload));
      }
    }
    return new Itinerary(stops, unloadingFirst);
  }
}
