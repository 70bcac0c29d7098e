package org.givre.plans.search.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Tube;
import org.givre.plans.search.rack.Visit.Taken;
import org.jspecify.annotations.Nullable;

/** Takes the tube that the customer listed first, or the first that is still there. */
final class FirstListed {
  private final Problem problem;
  private final Set<Tube> taken = new HashSet<>();
  private final List<Demand> without = new ArrayList<>();

  FirstListed(Problem problem) {
    this.problem = problem;
  }

  /** Jobs by release, each with its tubes as listed. */
  List<List<Taken>> byJob() {
    Job[] jobs = problem.jobs.clone();
    Arrays.sort(
        jobs, Comparator.<Job>comparingDouble(j -> j.release).thenComparingInt(j -> j.index));
    List<List<Taken>> picks = new ArrayList<>();
    for (int i = 0; i < jobs.length; i++) {
      picks.add(new ArrayList<>());
    }
    for (var demand : problem.demands) {
      var tube = demand.carried ? null : first(demand);
      if (tube != null) {
        taken.add(tube);
        picks.get(demand.job.index).add(new Taken(demand, tube));
      } else if (!demand.carried) {
        without.add(demand);
      }
    }
    return Arrays.stream(jobs).map(job -> picks.get(job.index)).toList();
  }

  /** Requests without a tube in reach; known after {@link #byJob}. */
  List<Demand> without() {
    return without;
  }

  private @Nullable Tube first(Demand demand) {
    for (var tube : demand.alternatives) {
      if (!taken.contains(tube) && problem.reachable(demand, tube.rack)) {
        return tube;
      }
    }
    return null;
  }
}
