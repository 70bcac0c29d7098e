package org.givre.bench.planner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.givre.bench.Arguments;

/** {@code givre plan} in a fresh process each time, as someone at a terminal runs it. */
final class ColdRuns {
  private static final String GIVRE = "org.givre.orchestrator.wiring.Main";

  /** A second of a cold process may leave this much more exposure than one of a warm one. */
  private static final double MOST_ABOVE_WARM = 1.003;

  private final Arguments settings;
  private final Rows rows;

  ColdRuns(Arguments settings, Rows rows) {
    this.settings = settings;
    this.rows = rows;
  }

  /** Runs every instance that lies on disk. */
  void run(SortedMap<String, Quality> warm) throws IOException, InterruptedException {
    for (var name : settings.list("instances")) {
      Progress.tell("%s: %s cold runs of 50 ms and of 1 s", name, settings.text("cold"));
      runs(name, Duration.ofMillis(50));
      var second = runs(name, Duration.ofSeconds(1));
      if (warm.containsKey(name)) {
        var usual = warm.get(name).usual();
        rows.atMost(
            "%s, cold, 1 s: exposure to warm, %s".formatted(name, usual.length()),
            MOST_ABOVE_WARM,
            second.exposureTs() / usual.exposureTs());
      }
    }
  }

  private Series runs(String name, Duration time) throws IOException, InterruptedException {
    var plans = new ArrayList<Judged>();
    for (int seed = 1; seed <= settings.number("cold"); seed++) {
      plans.add(run(Problems.file(settings.path("dir"), name), time, seed));
    }
    var runs = new Series(time, plans);
    var what = "%s, cold, %s: ".formatted(name, runs.length());
    rows.must(what + "all plans valid", runs.allValid());
    rows.figure(what + "exposure", runs.exposureTs());
    rows.figure(what + "whole process, s", runs.median(Judged::seconds));
    return runs;
  }

  private static Judged run(Path instance, Duration time, long seed)
      throws IOException, InterruptedException {
    var plan = Files.createTempFile("plan", ".json.gz");
    try {
      var words = "plan --json --time-limit %dms --seed %d".formatted(time.toMillis(), seed);
      var arguments = new ArrayList<>(List.of(words.split(" ")));
      arguments.addAll(List.of("--instance", instance.toString(), "--out", plan.toString()));
      var process = GivreProcess.run("-Xshare:auto", GIVRE, arguments);
      var verdict = new ObjectMapper().readTree(process.out());
      return new Judged(
          verdict.get("valid").booleanValue(),
          verdict.get("exposure_ts").doubleValue(),
          verdict.get("composite_ts").doubleValue(),
          process.seconds());
    } finally {
      Files.delete(plan);
    }
  }
}
