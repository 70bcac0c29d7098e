package org.givre.bench.planner;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.bench.Arguments;
import org.givre.plans.instance.Instance;

/**
 * Prints what the planner must reach, and what it does, with the baselines of the same run.
 *
 * <p>Settings, as {@code name=value}: {@code instances} of {@code dir} and {@code generated} ones
 * (class, kind and seed such as {@code L-tight-7}), {@code seeds} of each search, {@code seconds}
 * and {@code longer} of a search, {@code largest} seconds of a search on XL, {@code bound}: most
 * seconds of the strong bound, {@code cold}: runs of a fresh process, {@code shots} of a timed
 * plan, {@code heap}, and {@code only}: parts to measure (of {@code warm, cold, times, heap}).
 */
public final class PlannerTable {
  private static final Arguments USUAL =
      Arguments.parse(
          Arrays.asList(
              "dir=../src/test/resources/instances",
              "instances=S-101,S-201,1000g-GBR,M-101,M-201,L-101,L-201,XL-101",
              "generated=M-plain-7,M-tight-7,L-plain-7,L-tight-7",
              "seeds=5",
              "seconds=1",
              "longer=10",
              "largest=10",
              "bound=60",
              "cold=5",
              "shots=201",
              "heap=256m",
              "only=warm,cold,times,heap"));

  private final Arguments settings;
  private final Rows rows = new Rows();
  private final SortedMap<String, Instance> problems = new TreeMap<>(Problems.BY_SIZE);
  private final SortedMap<String, Quality> qualities = new TreeMap<>(Problems.BY_SIZE);

  private PlannerTable(Arguments settings) {
    this.settings = settings;
  }

  public static void main(String[] words) throws Exception {
    var given = words.length == 1 ? words[0].split("\\s+") : words;
    var start = System.nanoTime();
    new PlannerTable(USUAL.under(Arguments.parse(Arrays.asList(given)))).run();
    System.out.printf("%nIn all %.0f s.%n", (System.nanoTime() - start) / 1e9);
  }

  private void run() throws Exception {
    read();
    if (settings.lists("only", "warm")) {
      warm();
    }
    if (settings.lists("only", "cold")) {
      new ColdRuns(settings, rows).run(qualities);
    }
    if (settings.lists("only", "times")) {
      new PlanningTimes(settings, rows).run();
    }
    if (settings.lists("only", "heap")) {
      new HeapRun(settings, rows).run();
    }
    if (!qualities.isEmpty()) {
      System.out.println(Quality.table(qualities.values()));
    }
    System.out.println(rows.table());
  }

  private void read() throws Exception {
    for (var name : settings.list("instances")) {
      problems.put(name, Problems.read(settings.path("dir"), name));
    }
    for (var name : settings.list("generated")) {
      problems.put(name, GeneratedProblem.named(name));
    }
  }

  private void warm() throws Exception {
    var known = Known.read(settings.path("dir"));
    var searches = new Searches(settings);
    problems.values().forEach(searches::warmUp);
    for (var problem : problems.values()) {
      Progress.tell("%s: bounds, baselines, %s seeds", problem.name(), settings.text("seeds"));
      var quality = searches.quality(problem);
      qualities.put(problem.name(), quality);
      new Reach(known, rows).add(problem, quality);
    }
  }
}
