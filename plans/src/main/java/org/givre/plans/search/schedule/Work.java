package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.Visit;

/**
 * The lifts to be scheduled, in dense numbers. The order of lifts within a rack is settled, so the
 * warmth of racks is settled, too; a schedule only decides on times.
 *
 * <p>Parcels are what travels in carriers: first the picks of all visits in order, then the tubes
 * that lie in carriers at the beginning.
 */
public final class Work {
  /** Where there is no visit, rack or job. */
  static final int NONE = -1;

  final Problem problem;
  final Visit[] visits;

  /** Per visit, its first parcel; one more entry closes the last. */
  final int[] firstParcel;

  /** Per visit, the next one at the same rack. */
  final int[] nextInRack;

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
    this.heads = link();
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
    List<List<Integer>> first = new ArrayList<>();
    for (int d = 0; d < problem.dewars.length; d++) {
      first.add(new ArrayList<>());
    }
    for (int v = 0; v < visits.length; v++) {
      var rack = visits[v].rack;
      if (last[rack.index] == NONE) {
        first.get(rack.dewar.index).add(v);
      } else {
        nextInRack[last[rack.index]] = v;
      }
      last[rack.index] = v;
    }
    return first.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** Number of visits. */
  public int size() {
    return visits.length;
  }

  /** Whether a picker can do a visit and bring every tube where it must go. */
  boolean suits(int visit, int picker) {
    return suits[visit * problem.pickers.length + picker];
  }
}
