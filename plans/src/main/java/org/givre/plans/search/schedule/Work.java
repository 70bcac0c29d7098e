package org.givre.plans.search.schedule;

import java.util.Arrays;
import java.util.List;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.RackWork;
import org.givre.plans.search.rack.Visit;

/**
 * The lifts to be scheduled, in dense numbers. The order of lifts within a rack is settled, so the
 * warmth of racks is settled, too; a schedule only decides on times.
 *
 * <p>Parcels are what travels in carriers: first the picks of all visits in order, then the tubes
 * that lie in carriers at the beginning.
 */
public final class Work {
  /** Where there is no visit, rack, job or port. */
  public static final int NONE = -1;

  final Problem problem;
  final Visit[] visits;

  /** Per visit, its first parcel; one more entry closes the last. */
  final int[] firstParcel;

  /** Per visit, the next one at the same rack. */
  final int[] nextInRack;

  /** Per errand (visits, then put-backs), the one that must be done before it at its rack. */
  final int[] before;

  /**
   * Per errand, how many others of its rack come before it, visits and put-backs apart; of the
   * put-backs, its picker's.
   */
  final int[] ordinal;

  /** Per dewar, the visits that come first at their racks. */
  final int[][] heads;

  final Parcels parcels;

  /** Per job, tubes that are picked for it. */
  final int[] picksOfJob;

  /** Weighted tube-seconds that no schedule changes: racks and transfers, put-backs aside. */
  final double settledExposure;

  private final boolean[] suits;

  /**
   * Compiles visits.
   *
   * @param inOrder the lifts; those of one rack must be done in this order
   */
  public Work(Problem problem, List<Visit> inOrder) {
    this.problem = problem;
    this.visits = inOrder.toArray(Visit[]::new);
    this.firstParcel = new int[visits.length + 1];
    this.nextInRack = new int[visits.length];
    this.suits = new boolean[visits.length * problem.pickers.length];
    this.ordinal = new int[visits.length + problem.putBacks.length];
    this.heads = link();
    this.before = predecessors();
    countPutBacks();
    this.picksOfJob = new int[problem.jobs.length];
    for (var visit : visits) {
      for (var demand : visit.demands) {
        picksOfJob[demand.job.index]++;
      }
    }
    for (int v = 0; v < visits.length; v++) {
      firstParcel[v + 1] = firstParcel[v] + visits[v].size();
      for (var picker : problem.pickers) {
        suits[v * problem.pickers.length + picker.index] = visits[v].suits(problem, picker.index);
      }
    }
    this.parcels = new Parcels(problem, firstParcel[visits.length]);
    this.settledExposure = new RackWear(problem).of(this);
  }

  private int[][] link() {
    int[] last = new int[problem.racks.length];
    Arrays.fill(last, NONE);
    Arrays.fill(nextInRack, NONE);
    int[] sizes = new int[problem.dewars.length];
    for (int v = 0; v < visits.length; v++) {
      var rack = visits[v].rack;
      if (last[rack.index] == NONE) {
        sizes[rack.dewar.index]++;
      } else {
        nextInRack[last[rack.index]] = v;
        ordinal[v] = ordinal[last[rack.index]] + 1;
      }
      last[rack.index] = v;
    }
    int[][] first = new int[sizes.length][];
    Arrays.setAll(first, dewar -> new int[sizes[dewar]]);
    int[] left = sizes.clone();
    for (int v = visits.length - 1; v >= 0; v--) {
      if (ordinal[v] == 0) {
        int dewar = visits[v].rack.dewar.index;
        left[dewar]--;
        first[dewar][left[dewar]] = v;
      }
    }
    return first;
  }

  private void countPutBacks() {
    for (int i = 0; i < problem.putBacks.length; i++) {
      for (int j = 0; j < i; j++) {
        boolean alike =
            problem.putBacks[j].picker == problem.putBacks[i].picker
                && problem.putBacks[j].rack == problem.putBacks[i].rack;
        ordinal[visits.length + i] += alike ? 1 : 0;
      }
    }
  }

  private int[] predecessors() {
    int[] last = new int[problem.racks.length];
    Arrays.fill(last, NONE);
    int[] predecessors = new int[visits.length + problem.putBacks.length];
    for (int i = 0; i < problem.putBacks.length; i++) {
      int rack = problem.putBacks[i].rack.index;
      predecessors[visits.length + i] = last[rack];
      last[rack] = visits.length + i;
    }
    for (int v = 0; v < visits.length; v++) {
      int rack = visits[v].rack.index;
      predecessors[v] = last[rack];
      last[rack] = v;
    }
    return predecessors;
  }

  /** Weighted tube-seconds that no schedule changes: racks and transfers, put-backs aside. */
  public double settledExposure() {
    return settledExposure;
  }

  /** What is to be solved. */
  public Problem problem() {
    return problem;
  }

  /** Number of visits. */
  public int size() {
    return visits.length;
  }

  /** The lift of an errand. */
  RackWork lift(int errand) {
    return errand < visits.length ? visits[errand] : problem.putBacks[errand - visits.length];
  }

  /** Per stop of an itinerary, the errand that it speaks of; {@link #NONE} when there is none. */
  int[] errands(Itinerary itinerary) {
    int[] first = new int[problem.racks.length];
    Arrays.fill(first, NONE);
    for (int v = visits.length - 1; v >= 0; v--) {
      if (ordinal[v] == 0) {
        first[visits[v].rack.index] = v;
      }
    }
    return itinerary.stops().stream()
        .mapToInt(stop -> stop.places() ? putBack(stop) : follow(first[stop.rack()], stop))
        .toArray();
  }

  private int putBack(Itinerary.Stop stop) {
    for (int i = 0; i < problem.putBacks.length; i++) {
      var putBack = problem.putBacks[i];
      boolean same = putBack.picker.index == stop.picker() && putBack.rack.index == stop.rack();
      if (same && ordinal[visits.length + i] == stop.ordinal()) {
        return visits.length + i;
      }
    }
    return NONE;
  }

  private int follow(int firstOfRack, Itinerary.Stop stop) {
    int visit = firstOfRack;
    for (int i = 0; i < stop.ordinal() && visit != NONE; i++) {
      visit = nextInRack[visit];
    }
    return visit;
  }

  /** Whether a picker may do an errand. */
  boolean may(int errand, int picker) {
    return errand < visits.length
        ? suits(errand, picker)
        : problem.putBacks[errand - visits.length].picker.index == picker;
  }

  /** Whether a picker can do a visit and bring every tube where it must go. */
  boolean suits(int visit, int picker) {
    return suits[visit * problem.pickers.length + picker];
  }
}
