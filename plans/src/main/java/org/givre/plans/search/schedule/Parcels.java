package org.givre.plans.search.schedule;

import java.util.Arrays;
import java.util.List;
import org.givre.plans.search.model.Load;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.PutBack;

/** What is known about each tube in a carrier before there is any schedule. */
final class Parcels {
  /** Ids of the tubes. */
  final int[] tube;

  /** Index of the request it serves, or {@link Work#NONE}. */
  final int[] demand;

  /** Index of the job it belongs to, or {@link Work#NONE}. */
  final int[] job;

  /** Index of the only port that will do, or {@link Work#NONE}. */
  final int[] port;

  /**
   * Weighted seconds it has got when it comes into the carrier; for one that goes back, what it
   * gets from when it is taken out of the carrier.
   */
  final double[] worn;

  /** Weighted seconds it may get in all. */
  final double[] budget;

  /** First parcel of each picker's initial load; one more entry closes the last. */
  final int[] firstLoaded;

  /** Whether a parcel goes back into a rack. */
  final boolean[] returns;

  /** Parcels of each put-back, in the order in which they are placed. */
  final int[][] placed;

  Parcels(Problem problem, int picked) {
    firstLoaded = new int[problem.pickers.length + 1];
    firstLoaded[0] = picked;
    for (var picker : problem.pickers) {
      firstLoaded[picker.index + 1] = firstLoaded[picker.index] + picker.initialLoad.length;
    }
    int all = firstLoaded[problem.pickers.length];
    tube = new int[all];
    demand = new int[all];
    job = new int[all];
    port = new int[all];
    worn = new double[all];
    budget = new double[all];
    returns = new boolean[all];
    placed = Arrays.stream(problem.putBacks).map(this::parcels).toArray(int[][]::new);
    for (var picker : problem.pickers) {
      for (int i = 0; i < picker.initialLoad.length; i++) {
        load(firstLoaded[picker.index] + i, picker.initialLoad[i]);
      }
    }
  }

  private int[] parcels(PutBack putBack) {
    var load = List.of(putBack.picker.initialLoad);
    int first = firstLoaded[putBack.picker.index];
    return putBack.loads.stream().mapToInt(placed -> first + load.indexOf(placed)).toArray();
  }

  private void load(int parcel, Load load) {
    var served = load.demand();
    tube[parcel] = load.tube();
    demand[parcel] = served == null ? Work.NONE : served.index;
    job[parcel] = served == null ? Work.NONE : served.job.index;
    port[parcel] = served == null ? Work.NONE : served.job.port;
    budget[parcel] = load.budget();
    returns[parcel] = load.returnTo() != null;
  }
}
