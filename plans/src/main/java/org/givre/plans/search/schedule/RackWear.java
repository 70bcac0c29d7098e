package org.givre.plans.search.schedule;

import java.util.Arrays;
import org.givre.plans.search.model.Motion;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.PutBack;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.rack.Visit;

/** Follows boxes and tubes through the lifts of their racks; times do not matter for that. */
final class RackWear {
  private final Problem problem;
  private final int[][] present;
  private final double[][] worn;
  private double exposure;

  RackWear(Problem problem) {
    this.problem = problem;
    this.present = new int[problem.racks.length][];
    Arrays.setAll(present, r -> problem.racks[r].boxTubes.clone());
    this.worn = new double[problem.racks.length][];
    Arrays.setAll(worn, r -> new double[problem.racks[r].levels + 1]);
    for (var putBack : problem.putBacks) {
      putBack.loads.forEach(load -> present[putBack.rack.index][load.level()]--);
    }
  }

  /** Weighted tube-seconds in racks and transfers; tells each parcel what its tube has got. */
  double of(Work work) {
    for (int index = 0; index < problem.putBacks.length; index++) {
      place(problem.putBacks[index], work.parcels, work.parcels.placed[index]);
    }
    for (int v = 0; v < work.visits.length; v++) {
      lift(work.visits[v], work.parcels, work.firstParcel[v]);
    }
    for (int index = 0; index < problem.putBacks.length; index++) {
      var putBack = problem.putBacks[index];
      for (int i = 0; i < putBack.loads.size(); i++) {
        double boxWorn = worn[putBack.rack.index][putBack.loads.get(i).level()];
        work.parcels.worn[work.parcels.placed[index][i]] += boxWorn;
      }
    }
    return exposure;
  }

  /** A placed tube gets what its box gets from then on. */
  private void place(PutBack putBack, Parcels parcels, int[] placed) {
    double transfer = problem.weights.transfer() * problem.timing.placeSeconds();
    int rack = putBack.rack.index;
    wear(putBack.rack, putBack.motion);
    for (int i = 0; i < putBack.loads.size(); i++) {
      var load = putBack.loads.get(i);
      double own = transfer + putBack.motion.wornAfter[i];
      present[rack][load.level()]++;
      exposure += own;
      parcels.worn[placed[i]] = own - worn[rack][load.level()];
    }
  }

  private void lift(Visit visit, Parcels parcels, int first) {
    double transfer = problem.weights.transfer() * problem.timing.pickSeconds();
    int rack = visit.rack.index;
    for (int i = 0; i < visit.tubes.length; i++) {
      var tube = visit.tubes[i];
      var demand = visit.demands[i];
      double own = visit.motion.wornBefore[i] + transfer;
      exposure += own;
      present[rack][tube.level]--;
      parcels.tube[first + i] = tube.id;
      parcels.demand[first + i] = demand.index;
      parcels.job[first + i] = demand.job.index;
      parcels.port[first + i] = demand.job.port;
      parcels.worn[first + i] = worn[rack][tube.level] + own;
      parcels.budget[first + i] = tube.budget;
    }
    wear(visit.rack, visit.motion);
  }

  private void wear(Rack rack, Motion motion) {
    for (int level = 1; level <= rack.levels; level++) {
      exposure += motion.worn[level] * present[rack.index][level];
      worn[rack.index][level] += motion.worn[level];
    }
  }
}
