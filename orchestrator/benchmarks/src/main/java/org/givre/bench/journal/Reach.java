package org.givre.bench.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What must be reached, and whether it was: ratios of the medians of all rounds. */
final class Reach {
  private final SortedMap<String, List<Measured>> results;
  private final List<String> lines = new ArrayList<>();

  Reach(SortedMap<String, List<Measured>> results) {
    this.results = results;
  }

  /** One figure of one contender. */
  private record Figure(String trial, String name) {}

  /** A ratio of ours to theirs that must be at least, or at most, so much. */
  private record Target(String what, double limit, boolean isLeast) {
    boolean isMet(double ratio) {
      return isLeast ? ratio >= limit : ratio <= limit;
    }

    @Override
    public String toString() {
      return (isLeast ? ">= " : "<= ") + rounded(limit);
    }
  }

  String table() {
    lines.add("| what | must be | is | | ours (median) | theirs (median) | ratio in each round |");
    lines.add("|---|---|---|---|---|---|---|");
    againstStock();
    againstRaw("store", "1,000 clients of the store, events/s to LevelDB alone", 0.6);
    againstRaw("givre-1000", "1,000 actors, events/s to LevelDB alone", 0.3);
    againstRaw("givre-16000", "16,000 actors, events/s to LevelDB alone", 0.3);
    return String.join("\n", lines);
  }

  private void againstStock() {
    add(atLeast("1,000 actors, events/s to stock", 25), "givre-1000", "stock-1000", Measured.RATE);
    add(atMost("1,000 actors, p99 to stock", 1 / 8.0), "givre-1000", "stock-1000", Measured.P99);
    add(atLeast("1 actor, events/s to stock", 0.9), "givre-1", "stock-1", Measured.RATE);
    add(
        atMost("16,000 actors at 2,000/s, p99 to stock at 1,000/s", 0.1),
        "givre-open",
        "stock-open",
        Measured.P99);
    add(
        atMost("start and replay of all events, time to stock", 0.5),
        "replay-givre",
        "replay-stock",
        Measured.SECONDS);
  }

  private void againstRaw(String trial, String what, double limit) {
    add(atLeast(what, limit), trial, "raw-as-" + trial, Measured.RATE);
  }

  private static Target atLeast(String what, double limit) {
    return new Target(what, limit, true);
  }

  private static Target atMost(String what, double limit) {
    return new Target(what, limit, false);
  }

  private void add(Target target, String ours, String theirs, String figure) {
    if (results.containsKey(ours) && results.containsKey(theirs)) {
      add(target, new Figure(ours, figure), new Figure(theirs, figure));
    }
  }

  private void add(Target target, Figure ours, Figure theirs) {
    var ratio = median(ours) / median(theirs);
    lines.add(
        "| %s | %s | %s | %s | %s | %s | %s |"
            .formatted(
                target.what(),
                target,
                rounded(ratio),
                target.isMet(ratio) ? "pass" : "FAIL",
                absolute(ours),
                absolute(theirs),
                ratios(ours, theirs)));
  }

  private String absolute(Figure figure) {
    return Measured.rounded(median(figure)) + " " + figure.name();
  }

  private double median(Figure figure) {
    var sorted = values(figure).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private List<Double> values(Figure figure) {
    return results.getOrDefault(figure.trial(), List.of()).stream()
        .map(measured -> measured.get(figure.name()))
        .toList();
  }

  private String ratios(Figure ours, Figure theirs) {
    var each = new ArrayList<String>();
    for (var round = 0; round < values(ours).size(); round++) {
      each.add(rounded(values(ours).get(round) / values(theirs).get(round)));
    }
    return String.join(", ", each);
  }

  private static String rounded(double ratio) {
    return ratio < 1 ? "%.3f".formatted(ratio) : "%.2f".formatted(ratio);
  }
}
