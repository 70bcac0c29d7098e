package org.givre.journal.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.journal.proof.Trace.Step;

/** Which names a tree has, and the files behind them. */
final class Names {
  /** Instead of a file's number. */
  static final int DIRECTORY = 0;

  private final SortedMap<String, Integer> files = new TreeMap<>();

  Names copy() {
    var copy = new Names();
    copy.files.putAll(files);
    return copy;
  }

  SortedMap<String, Integer> files() {
    return files;
  }

  /** Number of the file that a step of names is about; 0 when it is a directory. */
  int fileOf(Step step) {
    if (step.kind() == 'C') {
      return step.file();
    }
    var name = step.kind() == 'R' || step.kind() == 'L' ? step.names()[0] : step.text();
    return files.getOrDefault(name, DIRECTORY);
  }

  void apply(Step step) {
    switch (step.kind()) {
      case 'C' -> files.put(step.text(), step.file());
      case 'K' -> files.put(step.text(), DIRECTORY);
      case 'U' -> files.remove(step.text());
      case 'L' -> files.put(step.names()[1], fileOf(step));
      case 'R' -> rename(step.names()[0], step.names()[1]);
      default -> throw new IllegalArgumentException("No step of names: " + step.kind());
    }
  }

  private void rename(String from, String to) {
    Map<String, Integer> moved = new HashMap<>();
    files.forEach(
        (name, file) -> {
          if (name.equals(from) || name.startsWith(from + "/")) {
            moved.put(to + name.substring(from.length()), file);
          }
        });
    files.keySet().removeIf(name -> name.equals(from) || name.startsWith(from + "/"));
    files.putAll(moved);
  }
}
