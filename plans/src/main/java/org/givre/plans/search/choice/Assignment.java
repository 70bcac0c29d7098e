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
import org.givre.plans.search.rack.RackVisits;
import org.givre.plans.search.rack.TimePrices;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;
import org.jspecify.annotations.Nullable;

/** Tubes chosen for requests, with the warmth of every rack kept up to date. */
public final class Assignment {
  private static final int NOWHERE = -1;

  private final Problem problem;
  private final RackPrices prices;

  /** Room to compare tubes. */
  private double[] bounds = new double[1];

  private final @Nullable Tube[] chosen;
  private final @Nullable Demand[] takenFor;
  private final Tube[][] open;
  private final RackRoster roster;

  /** Nothing is assigned yet. */
  public Assignment(Problem problem, LiftGroups groups) {
    this.problem = problem;
    this.prices = new RackPrices(problem, groups);
    this.chosen = new Tube[problem.demands.length];
    this.takenFor = new Demand[problem.tubes.length];
    this.open = new Tube[problem.demands.length][];
    this.roster = new RackRoster(problem);
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

  /** Rules out all tubes of a request, which must not be served at present. */
  public void close(Demand demand) {
    open[demand.index] = new Tube[0];
  }

  /** All tubes of a request that somebody can fetch may serve it again. */
  public void reopen(Demand demand) {
    open[demand.index] = reachable(demand);
  }

  /** Whether somebody can fetch any tube of a request, ruled out or not. */
  public boolean mayServe(Demand demand) {
    return reachable(demand).length > 0;
  }

  /** The tube that adds least; null when none can be taken. */
  public @Nullable Tube cheapest(Demand demand) {
    return cheapest(demand, NOWHERE, Double.POSITIVE_INFINITY);
  }

  /** The tube of another rack that adds least; null when none adds less than {@code limit}. */
  @Nullable Tube cheapestElsewhere(Demand demand, Rack from, double limit) {
    return cheapest(demand, from.index, limit);
  }

  /** What the cheapest tube of another rack adds at least; infinite when there is none. */
  double leastOfAdding(Demand demand, Rack except) {
    bound(demand, except.index);
    return bounds[lowest(open[demand.index].length)];
  }

  /** Tubes with the lowest bounds first: most others need not be priced. */
  private @Nullable Tube cheapest(Demand demand, int except, double limit) {
    var tubes = open[demand.index];
    bound(demand, except);
    Tube best = null;
    double least = limit;
    int i = lowest(tubes.length);
    while (bounds[i] < least) {
      double cost = costOfAdding(demand, tubes[i]);
      bounds[i] = Double.POSITIVE_INFINITY;
      if (cost < least) {
        least = cost;
        best = tubes[i];
      }
      i = lowest(tubes.length);
    }
    return best;
  }

  /** Writes down for each open tube what it adds at least; infinite when it is not to be had. */
  private void bound(Demand demand, int except) {
    var tubes = open[demand.index];
    if (bounds.length < tubes.length) {
      bounds = new double[tubes.length];
    }
    bounds[0] = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tubes.length; i++) {
      boolean free = takenFor[tubes[i].index] == null && tubes[i].rack.index != except;
      bounds[i] = free ? prices.addedAtLeast(demand, tubes[i], 1) : Double.POSITIVE_INFINITY;
    }
  }

  private int lowest(int size) {
    int lowest = 0;
    for (int i = 1; i < size; i++) {
      lowest = bounds[i] < bounds[lowest] ? i : lowest;
    }
    return lowest;
  }

  /** Weighted tube-seconds in racks. */
  public double warmth() {
    return prices.sum();
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
  public long changes() {
    return prices.changes();
  }

  /** Whether any rack that could serve {@code demand} has changed after so many changes. */
  boolean changedSince(long then, Demand demand) {
    for (var tube : open[demand.index]) {
      if (prices.changedAt(tube.rack) > then) {
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
    var free = new ArrayList<Taken>(picks.size());
    for (var pick : picks) {
      if (isFree(pick.demand(), pick.tube())) {
        free.add(pick);
      }
    }
    if (prices.takeTogether(rack, free)) {
      for (var pick : free) {
        take(pick.demand(), pick.tube());
      }
    }
  }

  /** Whether a request needs a tube and may take this one, its rack's limits aside. */
  public boolean isFree(Demand demand, Tube tube) {
    if (chosen[demand.index] != null || takenFor[tube.index] != null) {
      return false;
    }
    for (var candidate : open[demand.index]) {
      if (candidate == tube) {
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
    return prices.added(demand, tube, 1);
  }

  /** What leaving {@code demand} unserved would add; at most 0 but for rounding. */
  public double costOfRemoving(Demand demand) {
    return prices.added(demand, assigned(demand), -1);
  }

  /** What {@link #costOfRemoving} is at least. */
  double leastOfRemoving(Demand demand) {
    return prices.addedAtLeast(demand, assigned(demand), -1);
  }

  /** Serves {@code demand} with {@code tube}; both must be free. Returns what that adds. */
  public double add(Demand demand, Tube tube) {
    take(demand, tube);
    return prices.change(demand, tube, 1);
  }

  /** Leaves {@code demand} unserved and frees its tube. Returns what that adds. */
  public double remove(Demand demand) {
    var tube = assigned(demand);
    chosen[demand.index] = null;
    takenFor[tube.index] = null;
    roster.remove(tube.rack, demand);
    return prices.change(demand, tube, -1);
  }

  /**
   * Leaves {@code demand} unserved. Where its tube is fragile and may not stay while others of the
   * rack are fetched, leaves these unserved, too.
   */
  public void leave(Demand demand) {
    var rack = assigned(demand).rack;
    remove(demand);
    while (prices.broken(rack)) {
      remove(roster.get(rack, 0));
    }
  }

  /** The lifts that take all chosen tubes, rack by rack. */
  public List<Visit> visits() {
    return visits(rack -> List.of());
  }

  /** The lifts that take all chosen tubes of one rack. */
  List<Visit> visits(Rack rack) {
    var picks = new ArrayList<Taken>();
    for (int i = 0; i < roster.size(rack); i++) {
      var demand = roster.get(rack, i);
      picks.add(new Taken(demand, assigned(demand)));
    }
    return picks.isEmpty() ? List.of() : prices.visits(rack, picks);
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
        visits.addAll(prices.visits(rack, picks.get(rack.index)));
      }
    }
    return visits;
  }

  /** Changes what seconds cost. */
  public void setPrices(TimePrices seconds) {
    prices.setPrices(seconds, taken());
  }

  private List<Taken> taken() {
    var taken = new ArrayList<Taken>();
    for (var demand : problem.demands) {
      var tube = chosen[demand.index];
      if (tube != null) {
        taken.add(new Taken(demand, tube));
      }
    }
    return taken;
  }

  /** What serves each request now. */
  public Choices choices() {
    return new Choices(chosen);
  }

  /** Leaves every request unserved. */
  public void clear() {
    restore(new Choices(new Tube[problem.demands.length]));
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
