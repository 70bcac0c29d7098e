package org.givre.plans.search.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.LimitWords;
import org.givre.plans.search.model.Motion;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Tube;

/** Tubes that turned out not to serve a request, and why a request stays unserved. */
public final class Obstacles {
  /**
   * Why a request stays unserved.
   *
   * @param constraint violation kind of the exchange format
   * @param detail the best figure found against the allowed one
   * @param reached that figure; infinite where it cannot be compared with others
   */
  public record Refusal(Demand demand, String constraint, String detail, double reached) {
    /** A refusal without such a figure. */
    public Refusal(Demand demand, String constraint, String detail) {
      this(demand, constraint, detail, Double.POSITIVE_INFINITY);
    }
  }

  private final Problem problem;
  private final Assignment assignment;
  private final SortedMap<Integer, Refusal> refusals = new TreeMap<>();

  public Obstacles(Assignment assignment) {
    this.assignment = assignment;
    this.problem = assignment.problem();
  }

  /** Rules one tube out; {@code why} is told if no other is left. */
  public void forbid(Tube tube, Refusal why) {
    assignment.forbid(why.demand(), tube);
    refusals.put(why.demand().index, why);
  }

  /** What it gave up. */
  public Assignment assignment() {
    return assignment;
  }

  /** Tells why a request was not served this time; whichever came nearest to its limit is kept. */
  public void note(Refusal why) {
    refusals.merge(
        why.demand().index, why, (known, more) -> more.reached() < known.reached() ? more : known);
  }

  /** Gives a request up. */
  public void drop(Refusal why) {
    for (var tube : assignment.open(why.demand())) {
      assignment.forbid(why.demand(), tube);
    }
    refusals.put(why.demand().index, why);
  }

  /** Why {@code demand} is not served; of several tubes, the one that is nearest to its limit. */
  public Refusal reason(Demand demand) {
    var known = refusals.get(demand.index);
    if (known != null) {
      return known;
    }
    var limits = new ArrayList<Limit>();
    Refusal reason =
        new Refusal(demand, "tube", "every alternative is in a carrier for another request");
    for (var tube : demand.alternatives) {
      var other = assignment.takenFor(tube);
      if (!problem.reachable(demand, tube.rack)) {
        reason = unreached(demand, tube);
      } else if (other != null) {
        reason =
            new Refusal(demand, "tube", "tube %d goes to request %d".formatted(tube.id, other.id));
      } else {
        limits.add(limit(tube));
      }
    }
    var nearest = limits.stream().min(Comparator.comparingDouble(Limit::beyond));
    return nearest.map(l -> new Refusal(demand, l.constraint(), l.detail())).orElse(reason);
  }

  private Refusal unreached(Demand demand, Tube tube) {
    boolean full =
        Arrays.stream(problem.pickers).anyMatch(p -> problem.serves(p, demand, tube.rack));
    return full
        ? new Refusal(
            demand, "capacity", "no carrier that could take tube " + tube.id + " has room")
        : new Refusal(
            demand,
            "reach",
            "no picker that its job allows reaches tube " + tube.id + " and a port");
  }

  /**
   * What a tube would break.
   *
   * @param beyond how far, in seconds
   */
  private record Limit(String constraint, String detail, double beyond) {}

  /** Names the tube or box that stands in the way of a single held pick, or of one more. */
  private Limit limit(Tube tube) {
    var rack = tube.rack;
    int[] levels = {tube.level};
    var motion = Motion.held(rack, problem.timing, levels, problem.timing.pickSeconds());
    double own = leastOf(motion, tube);
    if (own > tube.budget) {
      var detail = LimitWords.warmed("tube %d itself".formatted(tube.id), own, tube.budget);
      return new Limit("budget", detail, own - tube.budget);
    }
    for (int box = 1; box <= tube.level; box++) {
      String where = "for tube %d, rack %d level %d".formatted(tube.id, rack.id, box);
      double out = motion.out[box];
      if (out > rack.cap[box]) {
        var detail = LimitWords.outside(where, out, rack.cap[box]);
        return new Limit("max_out", detail, out - rack.cap[box]);
      }
      double worn = motion.worn[box];
      if (worn > rack.boxBudget[box]) {
        var detail = LimitWords.warmed(where, worn, rack.boxBudget[box]);
        return new Limit("budget", detail, worn - rack.boxBudget[box]);
      }
    }
    for (var other : rack.fragile()) {
      double worn = motion.worn[other.level];
      if (other != tube && worn > other.budget) {
        var what = "for tube %d, tube %d in its way".formatted(tube.id, other.id);
        var detail = LimitWords.warmed(what, worn, other.budget);
        return new Limit("budget", detail, worn - other.budget);
      }
    }
    var oneMore = new OneMore(tube, problem.timing, assignment.visits(rack));
    return new Limit("budget", oneMore.words(), oneMore.beyond());
  }

  /** Weighted seconds that a tube itself gets at least until it is at a port. */
  private double leastOf(Motion held, Tube tube) {
    var timing = problem.timing;
    double waits = held.wornBefore[0];
    if (tube.rack.dewar.parks) {
      waits = Math.min(waits, Motion.parked(tube.rack, timing, tube.level, 1).wornBefore[0]);
    }
    double transfer = problem.weights.transfer() * timing.pickSeconds();
    return waits + transfer + problem.weights.port() * timing.unloadSeconds();
  }
}
