package org.givre.bench.planner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.instance.Prices;

/** What others have reached on the public instances: {@code results.csv} beside them. */
record Known(SortedMap<String, Result> results) {
  private static final int EXPOSURE = 2;

  private static final int MAKESPAN = 3;

  private static final int TARDINESS = 4;

  /** One line. */
  record Result(double exposureTs, double makespanSeconds, double tardinessSeconds) {
    static Result of(String[] fields) {
      return new Result(
          Double.parseDouble(fields[EXPOSURE]),
          Double.parseDouble(fields[MAKESPAN]),
          Double.parseDouble(fields[TARDINESS]));
    }

    double compositeTs(Prices prices) {
      return exposureTs
          + prices.makespanTubeSecondsPerSecond() * makespanSeconds
          + prices.tardinessTubeSecondsPerSecond() * tardinessSeconds;
    }
  }

  static Known read(Path directory) throws IOException {
    var results = new TreeMap<String, Result>();
    var lines = Files.readAllLines(directory.resolve("results.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var fields = line.split(",");
      results.put(fields[0] + "," + fields[1], Result.of(fields));
    }
    return new Known(results);
  }

  /** Exposure in weighted tube-seconds; empty where the policy has none for the instance. */
  OptionalDouble exposureTs(String instance, String policy) {
    var result = results.get(instance + "," + policy);
    return result == null ? OptionalDouble.empty() : OptionalDouble.of(result.exposureTs());
  }

  /** Composite in weighted tube-seconds; empty where the policy has none for the instance. */
  OptionalDouble compositeTs(String instance, String policy, Prices prices) {
    var result = results.get(instance + "," + policy);
    return result == null ? OptionalDouble.empty() : OptionalDouble.of(result.compositeTs(prices));
  }
}
