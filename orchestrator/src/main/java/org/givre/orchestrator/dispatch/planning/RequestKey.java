package org.givre.orchestrator.dispatch.planning;

import java.util.Comparator;
import org.givre.plans.store.JobId;

/** A request of a job, numbered from 0. */
public record RequestKey(JobId job, int request) implements Comparable<RequestKey> {
  private static final Comparator<RequestKey> ORDER =
      Comparator.comparing(RequestKey::job).thenComparingInt(RequestKey::request);

  @Override
  public int compareTo(RequestKey other) {
    return ORDER.compare(this, other);
  }
}
