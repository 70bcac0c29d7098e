package org.givre.plans.search.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;
import org.givre.plans.search.rack.LiftGroups;
import org.givre.plans.search.rack.RackCost;
import org.givre.plans.search.rack.RackVisits;
import org.givre.plans.search.rack.TimePrices;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;
import org.jspecify.annotations.Nullable;

/** Tubes chosen for requests, with the warmth of every rack kept up to date. */
public final class Assignment {
  private final Problem problem;
  private final LiftGroups groups;
  private final RackCost[] costs;
  private final int[][][] counts;
  private final double[] rackCost;

  /** Per rack, the {@link #changes} when it was last changed. */
  private final long[] changedAt;

  private long changes;
  private final @Nullable Tube[] chosen;
  private final @Nullable Demand[] takenFor;
  private final Tube[][] open;
  private final RackRoster roster;

  /** Nothing is assigned yet. */
  public Assignment(Problem problem, LiftGroups groups) {
    this.problem = problem;
    this.groups = groups;
    this.costs = new RackCost[problem.racks.length];
    this.counts = new int[problem.racks.length][][];
    this.rackCost = new double[problem.racks.length];
    this.changedAt = new long[problem.racks.length];
    this.chosen = new Tube[problem.demands.length];
    this.takenFor = new Demand[problem.tubes.length];
    this.open = new Tube[problem.demands.length][];
    this.roster = new RackRoster(problem);
    for (var rack : problem.racks) {
      costs[rack.index] = new RackCost(problem, rack, groups);
      counts[rack.index] = new int[groups.count(rack)][rack.levels + 1];
    }
    for (var demand : problem.demands) {
      open[demand.index] = demand.carried ? new Tube[0] : reachable(demand);
    }
  }

  private Tube[] reachable(Demand demand) {
    for (var tube : demand.alternatives) {
      if (!problem.reachable(demand, tube.rack)) {
        return Arrays.stream(demand.alternatives)
            .filter(t -> problem.reachable(demand, t.rack))
            .toArray(Tube[]::new);
      }
    }
    return demand.alternatives;
  }

  /** Tubes that may serve {@code demand}, taken or not; none when it is carried already. */
  public Tube[] open(Demand demand) {
    return open[demand.index];
  }

  /** Rules out a tube, which must not be chosen at present. */
  public void forbid(Demand demand, Tube tube) {
    open[demand.index] =
        Arrays.stream(open[demand.index]).filter(t -> t != tube).toArray(Tube[]::new);
  }

  /** The tube that adds least; null when none can be taken. */
  public @Nullable Tube cheapest(Demand demand) {
    Tube best = null;
    double least = Double.POSITIVE_INFINITY;
    for (var tube : open[demand.index]) {
      if (takenFor[tube.index] == null) {
        double cost = costOfAdding(demand, tube);
        if (cost < least) {
          least = cost;
          best = tube;
        }
      }
    }
    return best;
  }

  /** Weighted tube-seconds in racks. */
  public double warmth() {
    double sum = 0;
    for (double cost : rackCost) {
      sum += cost;
    }
    return sum;
  }

  /** {@link #warmth} and what requests without a tube are reckoned at. */
  public double price() {
    long unserved =
        Arrays.stream(problem.demands).filter(d -> !d.carried && chosen[d.index] == null).count();
    return warmth() + unserved * Upheaval.UNSERVED;
  }

  /** What serves {@code demand}; null when nothing does yet. */
  public @Nullable Tube chosen(Demand demand) {
    return chosen[demand.index];
  }

  /** What {@code tube} is taken for; null when it stays. */
  public @Nullable Demand takenFor(Tube tube) {
    return takenFor[tube.index];
  }

  /** Additions, removals and new prices so far. */
  long changes() {
    return changes;
  }

  /** Whether any rack that could serve {@code demand} has changed after so many changes. */
  boolean changedSince(long then, Demand demand) {
    for (var tube : open[demand.index]) {
      if (changedAt[tube.rack.index] > then) {
        return true;
      }
    }
    return false;
  }

  /** Whether every request that could be served by itself is served. */
  public boolean servesAll() {
    return Arrays.stream(problem.demands)
        .allMatch(d -> chosen[d.index] != null || open[d.index].length == 0);
  }

  /**
   * Serves all of these, which are from one rack, if they are free; none if the rack does not allow
   * that.
   */
  public void addTogether(Rack rack, List<Taken> picks) {
    var free = picks.stream().filter(this::isFree).toList();
    int[][] taken = counts[rack.index];
    for (var pick : free) {
      taken[groups.of(pick.demand(), rack)][pick.tube().level]++;
    }
    double cost = costs[rack.index].of(taken);
    if (cost == Double.POSITIVE_INFINITY) {
      for (var pick : free) {
        taken[groups.of(pick.demand(), rack)][pick.tube().level]--;
      }
      return;
    }
    for (var pick : free) {
      take(pick.demand(), pick.tube());
    }
    rackCost[rack.index] = cost;
    changes++;
    changedAt[rack.index] = changes;
  }

  private boolean isFree(Taken pick) {
    if (chosen[pick.demand().index] != null || takenFor[pick.tube().index] != null) {
      return false;
    }
    for (var tube : open[pick.demand().index]) {
      if (tube == pick.tube()) {
        return true;
      }
    }
    return false;
  }

  private void take(Demand demand, Tube tube) {
    chosen[demand.index] = tube;
    takenFor[tube.index] = demand;
    roster.add(tube.rack, demand);
  }

  /** Requests served from each rack. */
  public RackRoster roster() {
    return roster;
  }

  /** What is taken from each rack, whoever is most urgent first. */
  private List<List<Taken>> picks() {
    List<List<Taken>> picks = new ArrayList<>(problem.racks.length);
    for (var rack : problem.racks) {
      int size = roster.size(rack);
      picks.add(size == 0 ? List.of() : new ArrayList<>(size));
    }
    for (var demand : RackVisits.urgentFirst(problem)) {
      var tube = chosen[demand.index];
      if (tube != null) {
        picks.get(tube.rack.index).add(new Taken(demand, tube));
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

  /** Serves {@code demand} with {@code tube}; both must be free. Returns what that adds. */
  public double add(Demand demand, Tube tube) {
    take(demand, tube);
    return count(demand, tube, 1);
  }

  /** Leaves {@code demand} unserved and frees its tube. Returns what that adds. */
  public double remove(Demand demand) {
    var tube = assigned(demand);
    chosen[demand.index] = null;
    takenFor[tube.index] = null;
    roster.remove(tube.rack, demand);
    return count(demand, tube, -1);
  }

  private double count(Demand demand, Tube tube, int change) {
    int rack = tube.rack.index;
    changes++;
    changedAt[rack] = changes;
    double before = rackCost[rack];
    counts[rack][groups.of(demand, tube.rack)][tube.level] += change;
    rackCost[rack] = costs[rack].of(counts[rack]);
    return rackCost[rack] - before;
  }

  /** The lifts that take all chosen tubes, rack by rack. */
  public List<Visit> visits() {
    return visits(rack -> List.of());
  }

  /**
   * The same, with lifts that are known already.
   *
   * @param known all lifts of a rack; none where they are still to be found
   */
  public List<Visit> visits(Function<Rack, List<Visit>> known) {
    var visits = new ArrayList<Visit>();
    var picks = picks();
    for (var rack : problem.racks) {
      var lifts = known.apply(rack);
      visits.addAll(lifts);
      if (roster.size(rack) > 0 && lifts.isEmpty()) {
        var rackVisits = new RackVisits(problem, groups, rack, picks.get(rack.index));
        visits.addAll(rackVisits.visits(costs[rack.index], counts[rack.index]));
      }
    }
    return visits;
  }

  /** Changes what seconds cost. */
  public void setPrices(TimePrices prices) {
    for (var rack : problem.racks) {
      costs[rack.index].setPrices(prices);
      rackCost[rack.index] = costs[rack.index].of(counts[rack.index]);
    }
    changes++;
    Arrays.fill(changedAt, changes);
  }

  /** What serves each request now. */
  public Choices choices() {
    return new Choices(chosen);
  }

  /** Goes back to {@link #choices} of another time. */
  public void restore(Choices choices) {
    for (var demand : problem.demands) {
      if (chosen[demand.index] != null && chosen[demand.index] != choices.of(demand)) {
        remove(demand);
      }
    }
    for (var demand : problem.demands) {
      var tube = choices.of(demand);
      if (tube != null && chosen[demand.index] == null) {
        add(demand, tube);
      }
    }
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
