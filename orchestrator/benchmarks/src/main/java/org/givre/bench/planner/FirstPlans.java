package org.givre.bench.planner;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.givre.bench.Arguments;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link FirstPlanBench}: milliseconds, and times what first come, first served takes. */
final class FirstPlans {
  /** Until the compilers are done. */
  private static final int WARMUPS = 100;

  private static final double MEDIAN = 50;

  private static final double NEARLY_ALL = 99;

  private final Arguments settings;
  private final Rows rows;

  FirstPlans(Arguments settings, Rows rows) {
    this.settings = settings;
    this.rows = rows;
  }

  void run() throws RunnerException {
    Progress.tell("first plans, %s shots", settings.text("shots"));
    SortedMap<String, Statistics> millis = new TreeMap<>();
    for (var result : new Runner(options().build()).run()) {
      var primary = result.getPrimaryResult();
      var name = result.getParams().getParam("instance") + "," + primary.getLabel();
      millis.put(name, primary.getStatistics());
    }
    large(millis, "L-101");
    large(millis, "L-201");
    median(millis, "XL-101", 60);
  }

  private OptionsBuilder options() {
    var options = new OptionsBuilder();
    options
        .include(FirstPlanBench.class.getName())
        .jvmArgsAppend("-Dgivre.instances=" + settings.path("dir").toAbsolutePath())
        .mode(Mode.SingleShotTime)
        .timeUnit(TimeUnit.MILLISECONDS)
        .warmupIterations(WARMUPS)
        .measurementIterations(settings.number("shots"))
        .verbosity(VerboseMode.SILENT)
        .forks(1);
    return options;
  }

  private void large(SortedMap<String, Statistics> millis, String instance) {
    median(millis, instance, 5);
    rows.atMost(instance + ", first plan: p99, ms", 12, percentile(millis, instance, NEARLY_ALL));
  }

  private void median(SortedMap<String, Statistics> millis, String instance, double most) {
    var ours = percentile(millis, instance, MEDIAN);
    rows.atMost(instance + ", first plan: median, ms", most, ours);
    var fifo = millis.get(instance + ",fifo").getPercentile(MEDIAN);
    rows.figure(instance + ", fifo: median, ms", fifo);
    rows.figure(instance + ", first plan: median to fifo's", ours / fifo);
  }

  private static double percentile(
      SortedMap<String, Statistics> millis, String instance, double rank) {
    return millis.get(instance + ",firstPlan").getPercentile(rank);
  }
}
