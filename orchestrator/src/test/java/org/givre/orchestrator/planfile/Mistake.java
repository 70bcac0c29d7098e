package org.givre.orchestrator.planfile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.givre.orchestrator.planfile.FieldKind.Wrong;

/**
 * One wrong value in an otherwise good file.
 *
 * @param path where; the complaint must begin with it
 * @param value as it is written in the file; {@link BrokenJson#ABSENT} to leave the field out
 * @param expected what the complaint must say instead
 */
public record Mistake(String path, String value, String expected) {
  /**
   * What can be wrong with fields by themselves.
   *
   * @param table a field a line: its path and its kind, with {@code !} if it must be there
   */
  static Stream<Mistake> ofFields(String table) {
    return table.lines().flatMap(Mistake::ofField);
  }

  private static Stream<Mistake> ofField(String line) {
    var cells = line.split(" ", -1);
    var kind = FieldKind.valueOf(cells[1].replace("!", ""));
    var wrong = new ArrayList<>(kind.wrong());
    if (cells[1].endsWith("!")) {
      wrong.add(new Wrong("null", kind.missed()));
      if (!cells[0].endsWith("]")) {
        wrong.add(new Wrong(BrokenJson.ABSENT, kind.missed()));
      }
    }
    return wrong.stream().map(w -> new Mistake(cells[0], w.value(), w.expected()));
  }

  /** Other mistakes, a line each: path, value and what is expected, with bars between. */
  static Stream<Mistake> ofMeanings(String table) {
    return table
        .lines()
        .map(line -> line.split("\\|", -1))
        .map(cells -> new Mistake(cells[0], cells[1], cells[2]));
  }

  /** The paths of a table of fields. */
  static List<String> paths(String table) {
    return table.lines().map(line -> line.split(" ", -1)[0]).toList();
  }

  /** {@code good} with this mistake. */
  public String in(String good) {
    return BrokenJson.with(good, path, value);
  }

  /** How the complaint begins. */
  public String complaint() {
    return "%s: expected %s, found ".formatted(path, expected);
  }
}
