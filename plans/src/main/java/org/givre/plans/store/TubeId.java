package org.givre.plans.store;

/** A tube's barcode, as read from the code under its base. */
public record TubeId(String value) implements Comparable<TubeId> {
  public TubeId {
    Names.check("tube barcode", value);
  }

  @Override
  public int compareTo(TubeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
