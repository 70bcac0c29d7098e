package org.givre.plans.store;

/** A kind of box. */
public record Labware(String id, int rows, int columns, String tube) {
  /** Whether a box of this kind has {@code well}. */
  public boolean has(Well well) {
    return well.row() < rows && well.column() <= columns;
  }
}
