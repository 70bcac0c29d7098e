package org.givre.bench;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link ReplanningBench} and tells the medians, as ratios to first come, first served. */
public final class Replanning {
  private static final int WARMUPS = 10;

  /** Odd, so that one of them is the median. */
  private static final int MEASUREMENTS = 31;

  private static final double MEDIAN = 50;

  private Replanning() {}

  public static void main(String[] arguments) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(ReplanningBench.class.getSimpleName())
            .mode(Mode.SingleShotTime)
            .timeUnit(TimeUnit.MILLISECONDS)
            .warmupIterations(WARMUPS)
            .measurementIterations(MEASUREMENTS)
            .forks(1)
            .build();
    SortedMap<String, SortedMap<String, Double>> medians = new TreeMap<>();
    for (var result : new Runner(options).run()) {
      var instance = result.getParams().getParam("instance");
      medians.computeIfAbsent(instance, i -> new TreeMap<>()).put(name(result), median(result));
    }
    medians.forEach(Replanning::print);
  }

  private static String name(RunResult result) {
    return result.getPrimaryResult().getLabel();
  }

  private static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
  }

  private static void print(String instance, Map<String, Double> medians) {
    double fifo = medians.getOrDefault("fifo", Double.NaN);
    medians.forEach(
        (what, median) ->
            System.out.printf(
                "%s %-10s %8.1f ms %7.2f times fifo%n", instance, what, median, median / fifo));
  }
}
