package org.givre.plans.store;

/** What a tube holds an aliquot of. */
public record SpecimenId(String value) implements Comparable<SpecimenId> {
  public SpecimenId {
    Names.check("specimen id", value);
  }

  @Override
  public int compareTo(SpecimenId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
