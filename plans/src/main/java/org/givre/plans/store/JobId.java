package org.givre.plans.store;

/** A job's identity: a ULID. */
public record JobId(String value) implements Comparable<JobId> {
  public JobId {
    Names.check("job id", value);
  }

  @Override
  public int compareTo(JobId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
