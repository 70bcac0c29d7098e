package org.givre.plans.search.choice;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;
import org.givre.plans.search.rack.LiftGroups;
import org.givre.plans.search.rack.RackCost;
import org.givre.plans.search.rack.Visit.Taken;
import org.jspecify.annotations.Nullable;

/** Tubes chosen for requests, with the warmth of every rack kept up to date. */
public final class Assignment {
  private final Problem problem;
  private final LiftGroups groups;
  private final RackCost[] costs;
  private final int[][][] counts;
  private final double[] rackCost;
  private final @Nullable Tube[] chosen;
  private final @Nullable Demand[] takenFor;
  private final List<List<Demand>> byRack = new ArrayList<>();

  /** Nothing is assigned yet. */
  public Assignment(Problem problem, LiftGroups groups) {
    this.problem = problem;
    this.groups = groups;
    this.costs = new RackCost[problem.racks.length];
    this.counts = new int[problem.racks.length][][];
    this.rackCost = new double[problem.racks.length];
    this.chosen = new Tube[problem.demands.length];
    this.takenFor = new Demand[problem.tubes.length];
    for (var rack : problem.racks) {
      costs[rack.index] = new RackCost(problem, rack, groups);
      counts[rack.index] = new int[groups.count(rack)][rack.levels + 1];
      byRack.add(new ArrayList<>());
    }
  }

  /** Weighted tube-seconds in racks. */
  public double warmth() {
    double sum = 0;
    for (double cost : rackCost) {
      sum += cost;
    }
    return sum;
  }

  /** What serves {@code demand}; null when nothing does yet. */
  public @Nullable Tube chosen(Demand demand) {
    return chosen[demand.index];
  }

  /** What {@code tube} is taken for; null when it stays. */
  public @Nullable Demand takenFor(Tube tube) {
    return takenFor[tube.index];
  }

  /** Requests served from {@code rack}, in no particular but a reproducible order. */
  public List<Demand> servedFrom(Rack rack) {
    return byRack.get(rack.index);
  }

  /** Tubes taken from {@code rack} and what for. */
  public List<Taken> picks(Rack rack) {
    var picks = new ArrayList<Taken>();
    for (var demand : byRack.get(rack.index)) {
      var tube = chosen[demand.index];
      if (tube != null) {
        picks.add(new Taken(demand, tube));
      }
    }
    return picks;
  }

  /** What taking {@code tube} too would add; infinite when the rack would break a limit. */
  public double costOfAdding(Demand demand, Tube tube) {
    var rack = tube.rack;
    int[] group = counts[rack.index][groups.of(demand, rack)];
    group[tube.level]++;
    double cost = costs[rack.index].of(counts[rack.index]);
    group[tube.level]--;
    return cost - rackCost[rack.index];
  }

  /** What leaving {@code demand} unserved would add; at most 0 but for rounding. */
  public double costOfRemoving(Demand demand) {
    var tube = assigned(demand);
    var rack = tube.rack;
    int[] group = counts[rack.index][groups.of(demand, rack)];
    group[tube.level]--;
    double cost = costs[rack.index].of(counts[rack.index]);
    group[tube.level]++;
    return cost - rackCost[rack.index];
  }

  /** Serves {@code demand} with {@code tube}; both must be free. */
  public void add(Demand demand, Tube tube) {
    chosen[demand.index] = tube;
    takenFor[tube.index] = demand;
    byRack.get(tube.rack.index).add(demand);
    count(demand, tube, 1);
  }

  /** Leaves {@code demand} unserved and frees its tube. */
  public void remove(Demand demand) {
    var tube = assigned(demand);
    chosen[demand.index] = null;
    takenFor[tube.index] = null;
    byRack.get(tube.rack.index).remove(demand);
    count(demand, tube, -1);
  }

  private void count(Demand demand, Tube tube, int change) {
    int rack = tube.rack.index;
    counts[rack][groups.of(demand, tube.rack)][tube.level] += change;
    rackCost[rack] = costs[rack].of(counts[rack]);
  }

  /** Counts {@code rack} afresh after its groups have changed; false when it breaks a limit. */
  public boolean regroup(Rack rack) {
    for (int[] group : counts[rack.index]) {
      java.util.Arrays.fill(group, 0);
    }
    for (var taken : picks(rack)) {
      counts[rack.index][groups.of(taken.demand(), rack)][taken.tube().level]++;
    }
    rackCost[rack.index] = costs[rack.index].of(counts[rack.index]);
    return rackCost[rack.index] < Double.POSITIVE_INFINITY;
  }

  /** Weighted tube-seconds in {@code rack}. */
  public double warmth(Rack rack) {
    return rackCost[rack.index];
  }

  /** The problem that it answers. */
  public Problem problem() {
    return problem;
  }

  private Tube assigned(Demand demand) {
    var tube = chosen[demand.index];
    if (tube == null) {
      throw new IllegalStateException("Request " + demand.id + " is not served");
    }
    return tube;
  }
}
