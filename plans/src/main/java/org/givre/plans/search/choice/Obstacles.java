package org.givre.plans.search.choice;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Motion;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Tube;

/** Which tubes must not be taken for which request, and why a request stays unserved. */
public final class Obstacles {
  /**
   * Why a request stays unserved.
   *
   * @param constraint violation kind of the exchange format
   * @param detail the best achievable figure against the allowed one
   */
  public record Refusal(Demand demand, String constraint, String detail) {}

  private final Problem problem;
  private final boolean[][] forbidden;
  private final SortedMap<Integer, Refusal> dropped = new TreeMap<>();

  /** Forbids what no picker reaches. */
  public Obstacles(Problem problem) {
    this.problem = problem;
    this.forbidden = new boolean[problem.demands.length][];
    for (var demand : problem.demands) {
      boolean[] flags = new boolean[demand.alternatives.length];
      for (int i = 0; i < flags.length; i++) {
        flags[i] = !problem.reachable(demand, demand.alternatives[i].rack);
      }
      forbidden[demand.index] = flags;
    }
  }

  /** Whether the {@code i}-th alternative must not be taken. */
  boolean forbids(Demand demand, int i) {
    return forbidden[demand.index][i];
  }

  /** Forbids one alternative; {@code why} is told if no other is left. */
  public void forbid(Demand demand, Tube tube, Refusal why) {
    for (int i = 0; i < demand.alternatives.length; i++) {
      forbidden[demand.index][i] |= demand.alternatives[i] == tube;
    }
    dropped.put(demand.index, why);
  }

  /** Gives a request up. */
  public void drop(Demand demand, Refusal why) {
    Arrays.fill(forbidden[demand.index], true);
    dropped.put(demand.index, why);
  }

  /** Why {@code demand} is not served by {@code assignment}. */
  public Refusal reason(Demand demand, Assignment assignment) {
    var known = dropped.get(demand.index);
    if (known != null) {
      return known;
    }
    Refusal reason =
        new Refusal(demand, "tube", "every alternative is in a carrier for another request");
    for (int i = 0; i < demand.alternatives.length; i++) {
      var tube = demand.alternatives[i];
      var other = assignment.takenFor(tube);
      if (forbids(demand, i)) {
        reason =
            new Refusal(demand, "reach", "no picker reaches tube " + tube.id + " and its port");
      } else if (other != null) {
        reason =
            new Refusal(demand, "tube", "tube %d goes to request %d".formatted(tube.id, other.id));
      } else {
        return limit(demand, tube);
      }
    }
    return reason;
  }

  /** Names the box that stands in the way of a single held pick, or of one more. */
  private Refusal limit(Demand demand, Tube tube) {
    int[] levels = {tube.level};
    var motion = Motion.held(tube.rack, problem.timing, levels, problem.timing.pickSeconds());
    for (int box = 1; box <= tube.level; box++) {
      if (motion.out[box] > tube.rack.cap[box]) {
        return refusal(demand, "max_out", tube, box, motion.out[box], tube.rack.cap[box]);
      }
    }
    for (int box = 1; box <= tube.level; box++) {
      if (motion.worn[box] > tube.rack.boxBudget[box]) {
        return refusal(demand, "budget", tube, box, motion.worn[box], tube.rack.boxBudget[box]);
      }
    }
    return new Refusal(
        demand,
        "budget",
        "rack %d cannot give tube %d besides what others take from it"
            .formatted(tube.rack.id, tube.id));
  }

  private static Refusal refusal(
      Demand demand, String kind, Tube tube, int box, double needed, double allowed) {
    return new Refusal(
        demand,
        kind,
        String.format(
            Locale.ROOT,
            "tube %d: rack %d level %d would need %.1f s, %.1f s are allowed",
            tube.id,
            tube.rack.id,
            box,
            needed,
            allowed));
  }
}
