package org.givre.plans.search.rack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Problem;

/**
 * Which jobs' picks may share lifts above one dewar: those of one lot. Jobs come into one lot when
 * some picker may serve them all. Jobs that allow different pickers are brought together only where
 * that leaves everyone a carrier of some size; jobs of such a team that want ports of their own
 * share a lot if one picker reaches all of those ports, and have a lot for each port otherwise.
 */
final class Lots {
  /** A team must leave every job a carrier of at least so much of the largest it could have. */
  private static final double LEAST_CARRIER = 0.5;

  private final Problem problem;
  private final BitSet reaching;
  private final int[] lotOfJob;
  private final List<Integer> carrierTubes = new ArrayList<>();

  /**
   * The lots of a dewar.
   *
   * @param reaching indices of the pickers that reach it
   */
  Lots(Problem problem, BitSet reaching) {
    this.problem = problem;
    this.reaching = reaching;
    this.lotOfJob = new int[problem.jobs.length];
    teams().forEach(this::addLots);
    if (carrierTubes.isEmpty()) {
      carrierTubes.add(0);
    }
  }

  /** Number of lots; at least one. */
  int count() {
    return carrierTubes.size();
  }

  /** The lot of a job's picks. */
  int of(Job job) {
    return lotOfJob[job.index];
  }

  /** Most tubes that one lift of a lot can carry away. */
  int carrierTubes(int lot) {
    return carrierTubes.get(lot);
  }

  /** Jobs, and the pickers that may serve every one of them, ports aside. */
  private record Team(BitSet pickers, List<Job> jobs) {}

  private List<Team> teams() {
    var teams = new ArrayList<Team>();
    for (var crew : crews()) {
      boolean joined = false;
      for (int i = 0; i < teams.size() && !joined; i++) {
        var together = together(teams.get(i), crew);
        joined = leavesRoom(together);
        if (joined) {
          teams.set(i, together);
        }
      }
      if (!joined) {
        teams.add(crew);
      }
    }
    return teams;
  }

  /** Jobs by whom they allow of those who reach this dewar, in the order of the jobs. */
  private List<Team> crews() {
    var crews = new ArrayList<Team>();
    for (var job : problem.jobs) {
      var pickers = allowed(job);
      if (pickers.isEmpty()) {
        continue;
      }
      var known = crews.stream().filter(crew -> crew.pickers.equals(pickers)).findFirst();
      var crew = known.orElseGet(() -> new Team(pickers, new ArrayList<>()));
      crew.jobs.add(job);
      if (known.isEmpty()) {
        crews.add(crew);
      }
    }
    return crews;
  }

  private BitSet allowed(Job job) {
    var allowed = (BitSet) reaching.clone();
    for (var picker : problem.pickers) {
      if (!job.allows(picker)) {
        allowed.clear(picker.index);
      }
    }
    return allowed;
  }

  private static Team together(Team one, Team other) {
    var pickers = (BitSet) one.pickers.clone();
    pickers.and(other.pickers);
    var jobs = new ArrayList<>(one.jobs);
    jobs.addAll(other.jobs);
    return new Team(pickers, jobs);
  }

  private boolean leavesRoom(Team team) {
    return team.jobs.stream()
        .allMatch(
            job -> {
              var port = ports(List.of(job));
              int own = largestCarrier(allowed(job), port);
              return largestCarrier(team.pickers, port) >= LEAST_CARRIER * own;
            });
  }

  private void addLots(Team team) {
    int first = carrierTubes.size();
    int together = largestCarrier(team.pickers, ports(team.jobs));
    if (together > 0) {
      carrierTubes.add(together);
      team.jobs.forEach(job -> lotOfJob[job.index] = first);
      return;
    }
    carrierTubes.add(largestCarrier(team.pickers, new TreeSet<>()));
    for (var port : problem.ports) {
      carrierTubes.add(largestCarrier(team.pickers, new TreeSet<>(List.of(port.index))));
    }
    team.jobs.forEach(job -> lotOfJob[job.index] = first + 1 + job.port);
  }

  private static SortedSet<Integer> ports(List<Job> jobs) {
    var ports = new TreeSet<Integer>();
    jobs.forEach(job -> ports.add(job.port));
    ports.remove(Job.ANY_PORT);
    return ports;
  }

  /** Of those pickers that reach all of these ports. */
  private int largestCarrier(BitSet pickers, SortedSet<Integer> ports) {
    int largest = 0;
    for (var picker : problem.pickers) {
      boolean reachesAll = ports.stream().allMatch(port -> picker.reachesPort[port]);
      if (pickers.get(picker.index) && picker.ports.length > 0 && reachesAll) {
        largest = Math.max(largest, problem.carrierRoom[picker.index]);
      }
    }
    return largest;
  }
}
