package org.givre.plans.company;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.instance.Instance;

/**
 * All that waits, and who of it may wait on.
 *
 * @param instance everything that is to be served
 * @param patience of the jobs that may wait, by id; all others go now
 * @param going requests that have been let go before: they stay so
 * @param told jobs of which it is known what they would have got if they had gone at once
 */
public record WaitingWork(
    Instance instance,
    SortedMap<Integer, Patience> patience,
    SortedSet<Integer> going,
    SortedSet<Integer> told) {
  public WaitingWork {
    patience = Collections.unmodifiableSortedMap(new TreeMap<>(patience));
    going = Collections.unmodifiableSortedSet(new TreeSet<>(going));
    told = Collections.unmodifiableSortedSet(new TreeSet<>(told));
  }

  /** Jobs that any of these requests are of. */
  SortedSet<Integer> jobsOf(Set<Integer> requests) {
    var jobs = new TreeSet<Integer>();
    for (var job : instance.jobs()) {
      if (job.requests().stream().anyMatch(request -> requests.contains(request.id()))) {
        jobs.add(job.id());
      }
    }
    return jobs;
  }
}
