package org.givre.plans.search.rack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;

/**
 * Which picks of a rack may share a lift. Usually all of them may; see {@link Lots}. Picks of
 * hurried jobs are counted separately, so that {@link RackDivision} can give them lifts of their
 * own. Not for use by several threads.
 */
public final class LiftGroups {
  private final int urgencies;
  private final Lots[] lots;

  /** By job index, whether it is in a hurry. */
  private final boolean[] hurried;

  /** Nobody is in a hurry yet. */
  public LiftGroups(Problem problem) {
    boolean deadline = false;
    for (var job : problem.jobs) {
      deadline |= job.deadline < Double.POSITIVE_INFINITY;
    }
    this.urgencies = deadline ? 2 : 1;
    this.hurried = new boolean[problem.jobs.length];
    this.lots = new Lots[problem.dewars.length];
    var known = new HashMap<BitSet, Lots>();
    for (var dewar : problem.dewars) {
      var reaching = reaching(problem, dewar);
      lots[dewar.index] = known.computeIfAbsent(reaching, pickers -> new Lots(problem, pickers));
    }
  }

  private static BitSet reaching(Problem problem, Dewar dewar) {
    var reaching = new BitSet();
    for (var picker : problem.pickers) {
      if (picker.reachesDewar[dewar.index]) {
        reaching.set(picker.index);
      }
    }
    return reaching;
  }

  /** Number of groups in {@code rack}: first those of hurried jobs, if there may be any. */
  public int count(Rack rack) {
    return lots(rack) * urgencies;
  }

  /** Says who is in a hurry from now on; all of them must have a deadline. */
  public void hurry(HurriedJobs jobs) {
    Arrays.fill(hurried, false);
    jobs.indices().forEach(job -> hurried[job] = true);
  }

  /** Number of lots: picks of two lots cannot share a lift. */
  int lots(Rack rack) {
    return lots[rack.dewar.index].count();
  }

  /** Most tubes that one lift of a lot can carry away. */
  int carrierTubes(Rack rack, int lot) {
    return lots[rack.dewar.index].carrierTubes(lot);
  }

  /** The lot of a pick. */
  int lot(Demand demand, Rack rack) {
    return lots[rack.dewar.index].of(demand.job);
  }

  /** The group of a pick. */
  public int of(Demand demand, Rack rack) {
    int rank = hurried[demand.job.index] ? 0 : urgencies - 1;
    return rank * lots(rack) + lot(demand, rack);
  }
}
