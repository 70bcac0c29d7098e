package org.givre.plans.search.rack;

import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;

/**
 * Which picks of a rack may share a lift. Usually all of them do. Picks for ports that no single
 * picker reaches are kept apart, and so are the picks of jobs with a deadline where someone asked
 * for it: a lift of their own ends sooner.
 */
public final class LiftGroups {
  private static final int URGENT = 0;

  private final Problem problem;
  private final boolean anyDeadline;
  private final boolean[] portsApart;
  private final boolean[] urgentApart;
  private final int[][] carrierTubes;

  public LiftGroups(Problem problem) {
    this.problem = problem;
    boolean deadline = false;
    for (var job : problem.jobs) {
      deadline |= job.deadline < Double.POSITIVE_INFINITY;
    }
    this.anyDeadline = deadline;
    this.portsApart = new boolean[problem.dewars.length];
    this.urgentApart = new boolean[problem.racks.length];
    this.carrierTubes = new int[problem.dewars.length][];
    var ports = new TreeSet<Integer>();
    for (var job : problem.jobs) {
      ports.add(job.port);
    }
    ports.remove(Job.ANY_PORT);
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
      carriers[group] = largestCarrier(dewar, new TreeSet<>(java.util.List.of(group - 1)));
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

  /** Gives the picks of jobs with a deadline lifts of their own in {@code rack}, or no longer. */
  public void setUrgentApart(Rack rack, boolean apart) {
    urgentApart[rack.index] = apart;
  }

  /** Whether {@link #setUrgentApart}. */
  public boolean urgentApart(Rack rack) {
    return urgentApart[rack.index];
  }

  /** Number of groups in {@code rack}; lifts are done by rising group. */
  public int count(Rack rack) {
    return carrierTubes[rack.dewar.index].length * (anyDeadline ? 2 : 1);
  }

  /** Most tubes that one lift of a group can carry away. */
  int carrierTubes(Rack rack, int group) {
    int[] carriers = carrierTubes[rack.dewar.index];
    return carriers[group % carriers.length];
  }

  /** The group of a pick. */
  public int of(Demand demand, Rack rack) {
    int dewar = rack.dewar.index;
    int portGroup = portsApart[dewar] ? demand.job.port + 1 : 0;
    int urgency = anyDeadline ? urgency(demand, rack) : 0;
    return urgency * carrierTubes[dewar].length + portGroup;
  }

  private int urgency(Demand demand, Rack rack) {
    boolean urgent = demand.job.deadline < Double.POSITIVE_INFINITY;
    return urgent && urgentApart[rack.index] ? URGENT : 1;
  }
}
