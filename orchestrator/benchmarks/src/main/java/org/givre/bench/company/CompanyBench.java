package org.givre.bench.company;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.givre.orchestrator.planfile.InstanceFile;
import org.givre.plans.company.CompanyTerms;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;

/** Replays days with and without holding work for company, and prints what comes of it. */
public final class CompanyBench {
  private static final double MINUTE = 60;

  /** {@code givre.dispatch.company.margin}. */
  private static final double MARGIN_SECONDS = 300;

  /** {@code givre.dispatch.company.share}. */
  private static final double SHARE = 0.7;

  private static final List<Double> WAITS_MINUTES = List.of(15.0, 60.0, 240.0, 600.0);
  private static final List<Double> SHARES = List.of(0.5, 0.6, 0.8, 1.0);

  private final List<Instance> days;
  private final List<DayResult> without;

  private CompanyBench(List<Instance> days) {
    this.days = days;
    without = results(DayReplay::withoutCompany);
  }

  /** The demo's directory, a public instance, and how many days. */
  public static void main(String[] arguments) throws IOException {
    int days = Integer.parseInt(arguments[2]);
    var demo = new ArrayList<Instance>();
    var large = new ArrayList<Instance>();
    var store = InstanceFile.read(Path.of(arguments[1]));
    for (int seed = 1; seed <= days; seed++) {
      demo.add(DemoStoreDay.of(Path.of(arguments[0]), seed));
      large.add(LargeStoreDay.of(store, seed));
    }
    System.out.printf("%nHolding for company, %d days of 20 jobs an hour%n", days);
    new CompanyBench(demo).print("demo store, 1000g");
    new CompanyBench(large).print("store of " + store.name());
  }

  private List<DayResult> results(Function<Instance, DayResult> replay) {
    return days.stream().map(replay).toList();
  }

  private void print(String store) {
    long jobs = days.stream().mapToLong(day -> day.jobs().size()).sum();
    long patient =
        days.stream().flatMap(d -> d.jobs().stream()).filter(DayReplay::isPatient).count();
    System.out.printf("%n%s: %d jobs, %d of them may wait%n%n", store, jobs, patient);
    System.out.println(
        "| longest wait, share | exposure of a tube | change | lifts | may wait: minutes to"
            + " delivery, median / p90 / max | others | late | broken rules | saving as told |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    System.out.println(row("off", without));
    var settings = new ArrayList<CompanyTerms>();
    WAITS_MINUTES.forEach(wait -> settings.add(terms(wait, SHARE)));
    SHARES.forEach(share -> settings.add(terms(60, share)));
    SHARES.forEach(share -> settings.add(terms(240, share)));
    settings.parallelStream().map(this::row).forEachOrdered(System.out::println);
  }

  private static CompanyTerms terms(double waitMinutes, double share) {
    return new CompanyTerms(waitMinutes * MINUTE, share, MARGIN_SECONDS);
  }

  private String row(CompanyTerms terms) {
    double waitMinutes = terms.longestWaitSeconds() / MINUTE;
    var name = String.format(Locale.ROOT, "%.0f min, %.1f", waitMinutes, terms.share());
    return row(name, results(day -> DayReplay.of(day, terms)));
  }

  private String row(String name, List<DayResult> results) {
    double exposure = results.stream().mapToDouble(DayResult::exposureTs).sum();
    double before = without.stream().mapToDouble(DayResult::exposureTs).sum();
    double told = results.stream().mapToDouble(DayResult::toldSavingTs).sum();
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %+.1f %% | %,d | %s | %s | %d | %d | %s |",
        name,
        exposure / results.stream().mapToLong(DayResult::tubes).sum(),
        100 * (exposure / before - 1),
        results.stream().mapToLong(DayResult::lifts).sum(),
        minutes(results, DayReplay::isPatient),
        minutes(results, job -> !DayReplay.isPatient(job)),
        results.stream().mapToLong(result -> result.late().size()).sum(),
        results.stream().mapToLong(result -> result.verdict().violations().size()).sum(),
        told == 0
            ? ""
            : String.format(
                Locale.ROOT, "%.0f %% of the change", 100 * told / (before - exposure)));
  }

  private static String minutes(List<DayResult> results, Predicate<InstanceJob> which) {
    var sorted =
        results.stream()
            .flatMap(result -> result.minutes(which).stream())
            .mapToDouble(minutes -> minutes)
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "%.0f / %.0f / %.0f",
        sorted[sorted.length / 2],
        sorted[sorted.length * 9 / 10],
        DoubleStream.of(sorted).max().orElseThrow());
  }
}
