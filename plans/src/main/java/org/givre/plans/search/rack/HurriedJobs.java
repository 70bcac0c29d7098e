package org.givre.plans.search.rack;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.search.model.Job;

/**
 * Jobs whose deadlines press: the seconds until their picks have a price. A job whose deadline is
 * met anyway is none of them, so that its picks share lifts with all others.
 *
 * @param indices of the jobs
 */
public record HurriedJobs(SortedSet<Integer> indices) {
  /** Nobody. */
  public static final HurriedJobs NONE = new HurriedJobs(new TreeSet<>());

  public HurriedJobs {
    indices = Collections.unmodifiableSortedSet(new TreeSet<>(indices));
  }

  /** Whether {@code job} is one of them. */
  public boolean has(Job job) {
    return indices.contains(job.index);
  }

  /** These and those of others that have a deadline. */
  public HurriedJobs and(List<Job> others) {
    var all = new TreeSet<>(indices);
    for (var job : others) {
      if (job.deadline < Double.POSITIVE_INFINITY) {
        all.add(job.index);
      }
    }
    return new HurriedJobs(all);
  }
}
