package org.givre.plans.store;

import java.util.regex.Pattern;

/**
 * A place in a box: row (0 is A) and column (from 1). Written {@code C7}; {@code C07} is the same.
 */
public record Well(int row, int column) implements Comparable<Well> {
  private static final Pattern LABEL = Pattern.compile("([A-Za-z])0*([1-9][0-9]?)");

  public Well {
    if (row < 0 || row > 25 || column < 1 || column > 99) {
      throw new IllegalArgumentException(
          "A well has a row from A to Z and a column from 1 to 99; found row %d, column %d"
              .formatted(row, column));
    }
  }

  /** Reads a label such as {@code C7}, {@code c7} or {@code C07}. */
  public static Well parse(String label) {
    var match = LABEL.matcher(label);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "A well is a row letter and a column number such as C7; found \"%s\"".formatted(label));
    }
    var row = Character.toUpperCase(match.group(1).charAt(0)) - 'A';
    return new Well(row, Integer.parseInt(match.group(2)));
  }

  /** The label without leading zeros, such as {@code C7}. */
  public String label() {
    return (char) ('A' + row) + Integer.toString(column);
  }

  @Override
  public int compareTo(Well other) {
    return row != other.row
        ? Integer.compare(row, other.row)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return label();
  }
}
