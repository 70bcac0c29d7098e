package org.givre.orchestrator.dispatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What all runs together have come to. */
final class Figures {
  private final List<Rests.Pause> pauses = new ArrayList<>();
  private final TreeSet<String> edges = new TreeSet<>();
  private final SortedMap<String, Integer> decisions = new TreeMap<>();
  private final SortedMap<Double, Long> seconds = new TreeMap<>();

  synchronized void add(Reading reading) {
    pauses.addAll(reading.pauses());
    edges.addAll(reading.edges());
    reading.decisions().forEach((what, n) -> decisions.merge(what, n, Integer::sum));
  }

  synchronized void took(long seed, double wallSeconds) {
    seconds.put(wallSeconds, seed);
  }

  @Override
  public synchronized String toString() {
    var missing = new TreeSet<>(JobEdges.all());
    missing.removeAll(edges);
    var took = pauses.stream().mapToDouble(Rests.Pause::seconds).sorted().toArray();
    var kept = pauses.stream().filter(Rests.Pause::kept).count();
    return String.format(
        Locale.ROOT,
        "from pause to PAUSED, engine seconds: p50 %.1f, p99 %.1f, %d pauses, promise kept %d%n"
            + "edges seen %d, not seen %s%ndecisions %s%nslowest runs on the wall %s",
        at(took, 0.50),
        at(took, 0.99),
        took.length,
        kept,
        edges.size(),
        missing,
        decisions,
        seconds.isEmpty() ? "" : seconds.tailMap(Math.max(4, seconds.lastKey() / 2)));
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }
}
