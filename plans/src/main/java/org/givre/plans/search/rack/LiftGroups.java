package org.givre.plans.search.rack;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;

/**
 * Which picks of a rack may share a lift. Usually all of them may. Picks for ports that no single
 * picker reaches are kept apart. Picks of jobs with a deadline are counted separately, so that
 * {@link RackDivision} can give them lifts of their own where time is short.
 */
public final class LiftGroups {
  private final Problem problem;
  private final int urgencies;
  private final boolean[] portsApart;
  private final int[][] carrierTubes;

  public LiftGroups(Problem problem) {
    this.problem = problem;
    boolean deadline = false;
    var ports = new TreeSet<Integer>();
    for (var job : problem.jobs) {
      deadline |= job.deadline < Double.POSITIVE_INFINITY;
      ports.add(job.port);
    }
    ports.remove(Job.ANY_PORT);
    this.urgencies = deadline ? 2 : 1;
    this.portsApart = new boolean[problem.dewars.length];
    this.carrierTubes = new int[problem.dewars.length][];
    for (var dewar : problem.dewars) {
      portsApart[dewar.index] = largestCarrier(dewar.index, ports) == 0;
      carrierTubes[dewar.index] = carriers(dewar.index, ports);
    }
  }

  private int[] carriers(int dewar, SortedSet<Integer> ports) {
    int portGroups = portsApart[dewar] ? problem.ports.length + 1 : 1;
    int[] carriers = new int[portGroups];
    carriers[0] = largestCarrier(dewar, portsApart[dewar] ? new TreeSet<>() : ports);
    for (int group = 1; group < portGroups; group++) {
      carriers[group] = largestCarrier(dewar, new TreeSet<>(List.of(group - 1)));
    }
    return carriers;
  }

  private int largestCarrier(int dewar, SortedSet<Integer> ports) {
    int largest = 0;
    for (var picker : problem.pickers) {
      if (picker.reachesDewar[dewar] && picker.ports.length > 0 && reachesAll(picker, ports)) {
        largest = Math.max(largest, picker.carrierTubes);
      }
    }
    return largest;
  }

  private static boolean reachesAll(Picker picker, SortedSet<Integer> ports) {
    return ports.stream().allMatch(port -> picker.reachesPort[port]);
  }

  /** Number of groups in {@code rack}: first those with a deadline, if there are any. */
  public int count(Rack rack) {
    return portGroups(rack) * urgencies;
  }

  /** Number of groups whose picks cannot share a lift for their ports. */
  int portGroups(Rack rack) {
    return carrierTubes[rack.dewar.index].length;
  }

  /** Most tubes that one lift of a port group can carry away. */
  int carrierTubes(Rack rack, int portGroup) {
    return carrierTubes[rack.dewar.index][portGroup];
  }

  /** The port group of a pick. */
  int portGroup(Demand demand, Rack rack) {
    return portsApart[rack.dewar.index] ? demand.job.port + 1 : 0;
  }

  /** The group of a pick. */
  public int of(Demand demand, Rack rack) {
    boolean urgent = demand.job.deadline < Double.POSITIVE_INFINITY;
    int rank = urgent ? 0 : urgencies - 1;
    return rank * portGroups(rack) + portGroup(demand, rack);
  }
}
