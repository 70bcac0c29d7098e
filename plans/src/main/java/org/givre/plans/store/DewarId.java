package org.givre.plans.store;

/** A dewar's name, such as {@code D1}. */
public record DewarId(String value) implements Comparable<DewarId> {
  public DewarId {
    Names.check("dewar id", value);
  }

  @Override
  public int compareTo(DewarId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
