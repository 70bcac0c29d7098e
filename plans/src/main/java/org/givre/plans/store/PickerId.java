package org.givre.plans.store;

/** A robotic picker's name. */
public record PickerId(String value) implements Comparable<PickerId> {
  public PickerId {
    Names.check("picker id", value);
  }

  @Override
  public int compareTo(PickerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
