package org.givre.orchestrator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counts what the kills have hit, and how long the engine took to come back. */
final class Tally {
  private final List<Kill> kills = new ArrayList<>();

  void add(Kill kill) {
    kills.add(kill);
  }

  /** Tubes that had left the store at the last kill. */
  int gone() {
    return kills.isEmpty() ? 0 : kills.get(kills.size() - 1).truth().gone();
  }

  int kills() {
    return kills.size();
  }

  int count(Predicate<Kill> what) {
    return (int) kills.stream().filter(what).count();
  }

  List<String> figures() {
    return List.of(
        "kills %d: in motion %d, in put-back %d, in import %d, in submission %d, in a command %d, in recovery %d"
            .formatted(
                kills(),
                count(Kill::inMotion),
                count(Kill::inPutBack),
                count(Kill::inImport),
                count(Kill::inSubmission),
                count(Kill::inCommand),
                count(Kill::inRecovery)),
        "from start to ready: " + seconds(Kill::readySeconds),
        "from start to motion: " + seconds(Kill::motionSeconds));
  }

  private String seconds(Function<Kill, OptionalDouble> of) {
    var sorted = kills.stream().flatMapToDouble(kill -> of.apply(kill).stream()).sorted().toArray();
    return sorted.length == 0
        ? "never seen"
        : String.format(
            Locale.ROOT,
            "median %.2f s, most %.2f s (of %d)",
            sorted[sorted.length / 2],
            sorted[sorted.length - 1],
            sorted.length);
  }
}
