package org.givre.plans.search.schedule;

import java.util.Arrays;

/** Visits that may be done next, by dewar, with their urgency. */
final class Queues {
  private final Work work;
  private final int[][] visits;
  private final int[] sizes;
  private final double[] urgency;
  private final double[] mostUrgent;

  Queues(Work work) {
    this.work = work;
    this.visits = new int[work.heads.length][];
    Arrays.setAll(visits, d -> work.heads[d].clone());
    this.sizes = new int[work.heads.length];
    this.urgency = new double[work.visits.length];
    this.mostUrgent = new double[work.heads.length];
  }

  /** Back to the beginning, with urgencies from a guidance. */
  void fill(Guidance guidance) {
    double[] byJob = guidance.urgency(work.problem);
    for (int v = 0; v < urgency.length; v++) {
      double least = Double.POSITIVE_INFINITY;
      for (int parcel = work.firstParcel[v]; parcel < work.firstParcel[v + 1]; parcel++) {
        least = Math.min(least, byJob[work.parcels.job[parcel]]);
      }
      urgency[v] = least + guidance.bias(work.visits[v].rack.index);
    }
    spreadToEarlierLifts();
    for (int d = 0; d < visits.length; d++) {
      sizes[d] = work.heads[d].length;
      System.arraycopy(work.heads[d], 0, visits[d], 0, sizes[d]);
      findMostUrgent(d);
    }
  }

  /** A lift that stands before an urgent one in its rack's queue is urgent, too. */
  private void spreadToEarlierLifts() {
    for (int v = urgency.length - 1; v >= 0; v--) {
      int next = work.nextInRack[v];
      if (next != Work.NONE) {
        urgency[v] = Math.min(urgency[v], urgency[next]);
      }
    }
  }

  private void findMostUrgent(int dewar) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < sizes[dewar]; i++) {
      least = Math.min(least, urgency[visits[dewar][i]]);
    }
    mostUrgent[dewar] = least;
  }

  /** Number of visits above a dewar that may be done next. */
  int size(int dewar) {
    return sizes[dewar];
  }

  /** The {@code i}-th of them. */
  int visit(int dewar, int i) {
    return visits[dewar][i];
  }

  /** Urgency of a visit; less is more urgent. */
  double urgency(int visit) {
    return urgency[visit];
  }

  /** Least {@link #urgency} above a dewar; infinite when nothing is left there. */
  double mostUrgent(int dewar) {
    return mostUrgent[dewar];
  }

  /** Takes a visit out and lets the next one of its rack in. */
  void take(int visit) {
    int dewar = work.visits[visit].rack.dewar.index;
    int at = 0;
    while (visits[dewar][at] != visit) {
      at++;
    }
    if (work.nextInRack[visit] == Work.NONE) {
      sizes[dewar]--;
      visits[dewar][at] = visits[dewar][sizes[dewar]];
    } else {
      visits[dewar][at] = work.nextInRack[visit];
    }
    findMostUrgent(dewar);
  }
}
