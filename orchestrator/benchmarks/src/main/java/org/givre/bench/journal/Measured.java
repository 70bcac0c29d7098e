package org.givre.bench.journal;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What a trial found, by name. */
record Measured(SortedMap<String, Double> figures) {
  static final String RATE = "events/s";
  static final String P50 = "p50 ms";
  static final String P99 = "p99 ms";
  static final String BATCH = "batch";
  static final String CPU = "cpu us/event";
  static final String SECONDS = "seconds";

  /** Marks the lines that another process reads. */
  private static final String MARK = "MEASURED ";

  private static final double NANOS_PER_MILLI = 1e6;

  static Measured none() {
    return new Measured(new TreeMap<>());
  }

  static Measured of(Histogram latencies, double seconds) {
    return none()
        .with(RATE, latencies.getTotalCount() / seconds)
        .with(P50, latencies.getValueAtPercentile(50) / NANOS_PER_MILLI)
        .with(P99, latencies.getValueAtPercentile(99) / NANOS_PER_MILLI);
  }

  Measured with(String name, double value) {
    var more = new TreeMap<>(figures);
    more.put(name, value);
    return new Measured(more);
  }

  double get(String name) {
    return figures.getOrDefault(name, Double.NaN);
  }

  void print() {
    figures.forEach((name, value) -> System.out.println(MARK + name + "=" + value));
  }

  /** With what a line says, if it is one of {@link #print}. */
  Measured read(String line) {
    if (!line.startsWith(MARK)) {
      return this;
    }
    var equals = line.indexOf('=');
    return with(
        line.substring(MARK.length(), equals), Double.parseDouble(line.substring(equals + 1)));
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    figures.forEach((name, value) -> text.append(" %s=%s".formatted(name, rounded(value))));
    return text.toString().strip();
  }

  static String rounded(double value) {
    var digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
