package org.givre.bench.planner;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * How good plans for an instance are.
 *
 * @param cheapTs cheap bound, in weighted tube-seconds
 * @param strongTs strong bound, in weighted tube-seconds
 * @param longer by the same seeds as the usual ones; empty where those are as long
 */
record Quality(
    String instance,
    Judged fifo,
    Judged fifoGrouped,
    Judged greedyRack,
    double cheapTs,
    double strongTs,
    Series usual,
    Optional<Series> longer) {

  /** How far the median is above the strong bound, in percent of it. */
  double gapPercent() {
    return 100 * (usual.exposureTs() / strongTs - 1);
  }

  /** How many times less exposure than with first come, first served no plan can exceed. */
  double bestPossible() {
    return fifo.exposureTs() / strongTs;
  }

  /** How much of the best possible ratio to first come, first served is reached. */
  double shareOfBest() {
    return strongTs / usual.exposureTs();
  }

  static String table(Collection<Quality> qualities) {
    var text = new StringBuilder();
    text.append("Exposure in weighted tube-seconds; * = breaks something\n\n");
    text.append(
        "| instance | fifo | fifo-grouped | greedy-rack | cheap bound | strong bound"
            + " | givre, time | givre, median | least | most | gap % | fifo / strong bound | fifo / givre |\n");
    text.append("|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    qualities.forEach(quality -> text.append(quality.line()));
    return text.toString();
  }

  private String line() {
    var exposures = usual.plans().stream().mapToDouble(Judged::exposureTs).summaryStatistics();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %,.0f | %,.0f | %s | %,.0f | %,.0f | %,.0f | %.2f | %.3f | %.3f |%n",
        instance,
        exposure(fifo),
        exposure(fifoGrouped),
        exposure(greedyRack),
        cheapTs,
        strongTs,
        usual.length(),
        usual.exposureTs(),
        exposures.getMin(),
        exposures.getMax(),
        gapPercent(),
        bestPossible(),
        fifo.exposureTs() / usual.exposureTs());
  }

  private static String exposure(Judged plan) {
    return String.format(Locale.ROOT, "%,.0f%s", plan.exposureTs(), plan.isValid() ? "" : "*");
  }
}
