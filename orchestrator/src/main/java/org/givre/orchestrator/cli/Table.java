package org.givre.orchestrator.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows in columns, as wide as they need; a column of numbers is aligned to the right. */
final class Table {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,.]*( %)?|");
  private static final String GAP = "  ";

  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    this.heads = List.of(heads);
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void print(PrintStream out) {
    lines().forEach(out::println);
  }

  /** The heads, then each row. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(line(heads));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      line.append(column == 0 ? "" : GAP).append(padded(cells.get(column), column));
    }
    return line.toString().stripTrailing();
  }

  private String padded(String cell, int column) {
    var blanks = " ".repeat(width(column) - cell.length());
    return isNumeric(column) ? blanks + cell : cell + blanks;
  }

  private int width(int column) {
    var widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(widest, heads.get(column).length());
  }

  private boolean isNumeric(int column) {
    return rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
  }
}
