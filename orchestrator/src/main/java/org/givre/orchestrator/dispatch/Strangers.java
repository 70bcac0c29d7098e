package org.givre.orchestrator.dispatch;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.store.JobId;

/**
 * Jobs that carriers have tubes of though they have not offered themselves: they are asked, and
 * their tubes stay where they are until it is known that nobody wants them any more. There are
 * never more of them than tubes in carriers.
 */
final class Strangers {
  private final SortedSet<JobId> asked = new TreeSet<>();
  private final SortedSet<JobId> over = new TreeSet<>();

  /** Whether the job has not been asked yet; from now on it has. */
  boolean isNew(JobId job) {
    return !over.contains(job) && asked.add(job);
  }

  /** The job has offered itself. */
  void heardOf(JobId job) {
    asked.remove(job);
    over.remove(job);
  }

  /** The job wants nothing; whether it was asked because carriers have tubes of it. */
  boolean isOver(JobId job) {
    return asked.remove(job) && over.add(job);
  }

  /** Jobs whose tubes nobody wants any more. */
  SortedSet<JobId> over() {
    return Collections.unmodifiableSortedSet(over);
  }
}
