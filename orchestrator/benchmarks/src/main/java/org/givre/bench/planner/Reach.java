package org.givre.bench.planner;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.instance.Instance;

/** What warm searches must reach on an instance: section "Reach" of the planner's goals. */
final class Reach {
  /** Exposure to {@code lns-1s} of results.csv. */
  private static final SortedMap<String, Double> TO_LOCAL_SEARCH =
      new TreeMap<>(
          Map.of(
              "S-101", 1.001, "M-101", 1.001, "L-101", 1.0, "S-201", 1.001, "M-201", 1.001, "L-201",
              0.99));

  /** Exposure above the strong bound, in percent of it, on plain instances by size. */
  private static final SortedMap<String, Double> GAP_PERCENT =
      new TreeMap<>(Map.of("L", 1.0, "XL", 1.5));

  /** Composite to {@code constructive} of results.csv, by size. */
  private static final SortedMap<String, Double> TO_CONSTRUCTIVE =
      new TreeMap<>(Map.of("M", 0.96, "L", 0.95));

  /** Exposure of fifo to ours, as a share of fifo to the strong bound: L and XL, plain. */
  private static final double SHARE_OF_BEST = 0.98;

  private final Known known;
  private final Rows rows;

  Reach(Known known, Rows rows) {
    this.known = known;
    this.rows = rows;
  }

  void add(Instance problem, Quality quality) {
    var name = quality.instance();
    var searched = name + ", " + quality.usual().length() + ": ";
    rows.must(searched + "all plans valid", quality.usual().allValid());
    known
        .exposureTs(name, "lns-1s")
        .ifPresent(
            theirs ->
                rows.atMost(
                    searched + "exposure to lns-1s",
                    TO_LOCAL_SEARCH.getOrDefault(name, Double.POSITIVE_INFINITY),
                    quality.usual().exposureTs() / theirs));
    toBound(searched, quality);
    quality.longer().ifPresent(longer -> longer(problem, quality.usual(), longer));
  }

  private void toBound(String searched, Quality quality) {
    var what = searched + "above the strong bound, %";
    var most = GAP_PERCENT.get(Problems.size(quality.instance()));
    if (most == null || isTight(quality.instance())) {
      rows.figure(what, quality.gapPercent());
      return;
    }
    rows.atMost(what, most, quality.gapPercent());
    rows.atLeast(
        searched + "against fifo, share of the best possible",
        SHARE_OF_BEST,
        quality.shareOfBest());
  }

  private void longer(Instance problem, Series usual, Series longer) {
    var name = problem.name();
    var searched = name + ", " + longer.length() + ": ";
    rows.must(searched + "all plans valid", longer.allValid());
    rows.must(
        searched + "no seed with a worse composite than at " + usual.length(),
        usual.neverBeats(longer));
    var theirs = known.compositeTs(name, "constructive", problem.prices());
    if (theirs.isPresent()) {
      composite(searched, longer.median(Judged::compositeTs) / theirs.getAsDouble(), name);
    }
  }

  private void composite(String searched, double toConstructive, String name) {
    var what = searched + "composite to constructive";
    var most = TO_CONSTRUCTIVE.get(Problems.size(name));
    if (most == null) {
      rows.figure(what, toConstructive);
    } else {
      rows.atMost(what, most, toConstructive);
    }
  }

  /** Public ones of series 2 are tight. */
  private static boolean isTight(String name) {
    return name.matches("[A-Z]+-(2[0-9]+|tight-.*)");
  }
}
