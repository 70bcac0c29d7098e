package org.givre.bench.planner;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.givre.bench.Arguments;
import org.givre.bench.ReplanningBench;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs {@link FirstPlanBench} and replanning after one event: milliseconds, and times what first
 * come, first served takes for the whole.
 */
final class PlanningTimes {
  /** Until the compilers are done: after 100, L-201 still takes a third longer than after 1,000. */
  private static final int WARMUPS = 1_000;

  private static final double MEDIAN = 50;

  private static final double NEARLY_ALL = 99;

  private final Arguments settings;
  private final Rows rows;

  PlanningTimes(Arguments settings, Rows rows) {
    this.settings = settings;
    this.rows = rows;
  }

  void run() throws RunnerException {
    Progress.tell("first plans and replanning, %s shots", settings.text("shots"));
    SortedMap<String, Statistics> millis = new TreeMap<>();
    for (var result : new Runner(options().build()).run()) {
      var primary = result.getPrimaryResult();
      var name = result.getParams().getParam("instance") + "," + primary.getLabel();
      millis.put(name, primary.getStatistics());
    }
    for (var instance : List.of("L-101", "L-201")) {
      fifo(millis, instance);
      median(millis, instance, "firstPlan", 5);
      var late = millis.get(instance + ",firstPlan").getPercentile(NEARLY_ALL);
      rows.atMost(instance + ", firstPlan: p99, ms", 12, late);
      median(millis, instance, "replan", 2);
    }
    fifo(millis, "XL-101");
    median(millis, "XL-101", "firstPlan", 60);
  }

  private OptionsBuilder options() {
    var options = new OptionsBuilder();
    options
        .include(FirstPlanBench.class.getName())
        .include(ReplanningBench.class.getName() + ".replan$")
        .jvmArgsAppend("-Dgivre.instances=" + settings.path("dir").toAbsolutePath())
        .mode(Mode.SingleShotTime)
        .timeUnit(TimeUnit.MILLISECONDS)
        .warmupIterations(WARMUPS)
        .measurementIterations(settings.number("shots"))
        .verbosity(VerboseMode.SILENT)
        .forks(1);
    return options;
  }

  private void fifo(SortedMap<String, Statistics> millis, String instance) {
    rows.figure(instance + ", fifo: median, ms", median(millis, instance, "fifo"));
  }

  private void median(
      SortedMap<String, Statistics> millis, String instance, String what, double most) {
    var ours = median(millis, instance, what);
    rows.atMost("%s, %s: median, ms".formatted(instance, what), most, ours);
    rows.figure(
        "%s, %s: median to fifo's".formatted(instance, what),
        ours / median(millis, instance, "fifo"));
  }

  private static double median(SortedMap<String, Statistics> millis, String instance, String what) {
    return millis.get(instance + "," + what).getPercentile(MEDIAN);
  }
}
