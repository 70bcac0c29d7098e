package org.givre.orchestrator.planfile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;

/** The public planning instances, the worked example and what is known about them. */
public final class PublicInstances {
  /** Those of a size that a test may solve; {@code XL-101} has 20,000 requests. */
  public static final List<String> NAMES =
      List.of("S-101", "S-201", "M-101", "M-201", "L-101", "L-201");

  private PublicInstances() {}

  /** The instance called {@code name}, such as {@code S-101} or {@code XL-101}. */
  public static Instance named(String name) {
    return instance(name.startsWith("XL") ? name + ".json.gz" : name + ".json");
  }

  /** The worked example of the exchange format. */
  public static Instance example() {
    return instance("example.in.json");
  }

  /** The plan of the worked example: 2211.81 weighted tube-seconds. */
  public static RetrievalPlan examplePlan() {
    try {
      return PlanFile.read(file("example.plan.json"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What was measured on the public instances. */
  public static List<MeasuredResult> results() {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(file("results.csv"))) {
      return rows.stream().map(MeasuredResult::of).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The result of one policy on one instance. */
  public static MeasuredResult result(String instance, String policy) {
    return results().stream()
        .filter(r -> r.instance().equals(instance) && r.policy().equals(policy))
        .findFirst()
        .orElseThrow();
  }

  /** Where a file of the public instances lies. */
  public static Path file(String name) {
    var found = PublicInstances.class.getResource("/instances/" + name);
    try {
      return Path.of(Objects.requireNonNull(found, name).toURI());
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Instance instance(String file) {
    try {
      return InstanceFile.read(file(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A row of {@code results.csv}: exposure and bounds in weighted tube-seconds. */
  public record MeasuredResult(
      String instance,
      String policy,
      double exposureTs,
      double makespanSeconds,
      double weightedTardinessSeconds,
      boolean valid,
      double cheapBoundTs,
      double strongBoundTs) {
    static MeasuredResult of(NamedCsvRecord row) {
      return new MeasuredResult(
          row.getField("instance"),
          row.getField("policy"),
          Double.parseDouble(row.getField("exposure_ts")),
          Double.parseDouble(row.getField("makespan_s")),
          Double.parseDouble(row.getField("weighted_tardiness_s")),
          Boolean.parseBoolean(row.getField("valid")),
          Double.parseDouble(row.getField("cheap_bound")),
          Double.parseDouble(row.getField("strong_bound")));
    }
  }
}
