package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who lifts which rack in which order, in words that outlast the numbers of one {@link Work}: what
 * is left of it can be followed when lifts have been added, changed or done.
 *
 * @param stops each picker's in order
 * @param unloadingFirst by index, pickers that unload before their first stop, and the port as in
 *     {@link Manner}
 */
public record Itinerary(List<Stop> stops, Map<Integer, Integer> unloadingFirst) {
  /** Nobody does anything. */
  public static final Itinerary NONE = new Itinerary(List.of(), Map.of());

  public Itinerary {
    stops = List.copyOf(stops);
    unloadingFirst = Map.copyOf(unloadingFirst);
  }

  /**
   * A lift, or tubes put back.
   *
   * @param picker index
   * @param rack index
   * @param places whether tubes are put back
   * @param ordinal how many lifts of the rack come before it; where tubes are put back, how many
   *     such stops of the picker at the rack
   */
  public record Stop(int picker, int rack, boolean places, int ordinal, Manner manner) {
    /** The same, but the picker unloads afterwards. */
    public Stop unloading(int atPort) {
      return new Stop(picker, rack, places, ordinal, new Manner(manner.yields, true, atPort));
    }
  }

  /**
   * How a stop is made.
   *
   * @param yields whether another picker that comes to the same dewar next goes first
   * @param unloadAfter whether the picker unloads afterwards
   * @param port index of the port if it unloads next; {@link Work#NONE} for the one done first
   */
  public record Manner(boolean yields, boolean unloadAfter, int port) {
    /** As soon as can be, and on to the next stop. */
    public static final Manner USUAL = new Manner(false, false, Work.NONE);
  }

  /** What routes do; each picker's stops in order. */
  public static Itinerary of(Work work, Routes routes) {
    var stops = new ArrayList<Stop>();
    var unloadingFirst = new TreeMap<Integer, Integer>();
    for (int picker = 0; picker < routes.sizes.length; picker++) {
      if (routes.unloadFirst[picker]) {
        unloadingFirst.put(picker, routes.firstPort[picker]);
      }
      for (int i = 0; i < routes.sizes[picker]; i++) {
        int errand = routes.errands[picker][i];
        int rack = work.lift(errand).rack.index;
        boolean places = errand >= work.visits.length;
        stops.add(new Stop(picker, rack, places, work.ordinal[errand], routes.manner(errand)));
      }
    }
    return new Itinerary(stops, unloadingFirst);
  }
}
