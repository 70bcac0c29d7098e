package org.givre.plans.store;

/** A port's name, such as {@code P1}. */
public record PortId(String value) implements Comparable<PortId> {
  public PortId {
    Names.check("port id", value);
  }

  @Override
  public int compareTo(PortId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
