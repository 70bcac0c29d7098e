package org.givre.plans.search.choice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Tube;

/** Tubes that turned out not to serve a request, and why a request stays unserved. */
public final class Obstacles {
  /**
   * Why a request stays unserved.
   *
   * @param constraint violation kind of the exchange format
   * @param beyond seconds beyond that limit; infinite where it is not one of seconds
   * @param words says it, with the best figure found and the allowed one; put into words when asked
   */
  public record Refusal(Demand demand, String constraint, double beyond, Supplier<String> words) {
    /** A refusal without figures. */
    public static Refusal of(Demand demand, String constraint, String detail) {
      return new Refusal(demand, constraint, Double.POSITIVE_INFINITY, () -> detail);
    }

    /** The same, and something more to be said. */
    public Refusal with(String more) {
      return new Refusal(demand, constraint, beyond, () -> detail() + "; " + more);
    }

    /** What stands in the way. */
    public String detail() {
      return words.get();
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
    note(why);
  }

  /** What it gave up. */
  public Assignment assignment() {
    return assignment;
  }

  /** Tells why a request was not served this time; whichever came nearest to its limit is kept. */
  public void note(Refusal why) {
    refusals.merge(
        why.demand().index, why, (known, more) -> more.beyond() < known.beyond() ? more : known);
  }

  /** Gives a request up. */
  public void drop(Refusal why) {
    for (var tube : assignment.open(why.demand())) {
      assignment.forbid(why.demand(), tube);
    }
    note(why);
  }

  /**
   * Why {@code demand} is not served; of several tubes, the one that is nearest to its limit, but
   * first one that could be had if others took less.
   */
  public Refusal reason(Demand demand) {
    var known = refusals.get(demand.index);
    if (known != null) {
      return known;
    }
    var others = new OtherTubes(assignment, demand);
    var free =
        Arrays.stream(demand.alternatives)
            .filter(tube -> problem.reachable(demand, tube.rack))
            .filter(tube -> assignment.takenFor(tube) == null)
            .map(tube -> new OneMore(assignment, demand, tube))
            .toList();
    boolean anyAlone = free.stream().anyMatch(OneMore::isPossibleAlone);
    return free.stream()
        .filter(tube -> tube.isPossibleAlone() == anyAlone)
        .map(OneMore::refusal)
        .min(Comparator.comparingDouble(Refusal::beyond))
        .map(others::addTo)
        .orElseGet(others::refusal);
  }
}
