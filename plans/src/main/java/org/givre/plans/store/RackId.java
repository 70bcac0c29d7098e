package org.givre.plans.store;

/** A rack's name, such as {@code D1-R03}. */
public record RackId(String value) implements Comparable<RackId> {
  public RackId {
    Names.check("rack id", value);
  }

  @Override
  public int compareTo(RackId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
