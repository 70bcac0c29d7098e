package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.check.Violation;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.LowerBound;

/**
 * A judged plan, for people and for programs.
 *
 * @param strongBoundTs empty where it was not searched
 */
record PlanVerdict(
    Instance instance,
    RetrievalPlan plan,
    Verdict verdict,
    double boundTs,
    OptionalDouble strongBoundTs) {
  /** As many as fit a screen; {@code --json} has them all. */
  private static final int MOST_VIOLATIONS = 20;

  static PlanVerdict of(Instance instance, RetrievalPlan plan) {
    var verdict = PlanCheck.of(instance).judge(plan);
    return new PlanVerdict(
        instance, plan, verdict, LowerBound.cheap(instance), OptionalDouble.empty());
  }

  /** The same beside what no plan can beat. */
  PlanVerdict withStrongBound(double tubeSeconds) {
    return new PlanVerdict(instance, plan, verdict, boundTs, OptionalDouble.of(tubeSeconds));
  }

  int exitCode() {
    return verdict.isValid() ? ExitCode.OK : ExitCode.FAILED;
  }

  void print(PrintStream out) {
    var exposure = verdict.exposure();
    var table = new Table("MEASURE", "VALUE", "UNIT");
    table.row("exposure", Figures.rounded(exposure.totalTs()), "tube-seconds");
    table.row("  bystanders in racks", Figures.rounded(exposure.rackBystanderTs()), "tube-seconds");
    table.row("  candidates in racks", Figures.rounded(exposure.rackCandidateTs()), "tube-seconds");
    table.row("  transfer", Figures.rounded(exposure.transferTs()), "tube-seconds");
    table.row("  carrier", Figures.rounded(exposure.carrierTs()), "tube-seconds");
    table.row("  port", Figures.rounded(exposure.portTs()), "tube-seconds");
    table.row("cheap lower bound", Figures.rounded(boundTs), "tube-seconds");
    strongBoundTs.ifPresent(
        strong -> {
          table.row("strong lower bound", Figures.rounded(strong), "tube-seconds");
          if (verdict.isValid()) {
            table.row("gap to it", String.format(Locale.ROOT, "%.2f", gapPercent(strong)), "%");
          }
        });
    table.row("makespan", Figures.rounded(verdict.makespanSeconds()), "s");
    table.row("weighted tardiness", Figures.rounded(verdict.weightedTardinessSeconds()), "s");
    table.row("composite", Figures.rounded(verdict.compositeTs()), "tube-seconds");
    out.println(
        "plan of %s for %s: %d operations"
            .formatted(plan.policy(), instance.name(), plan.ops().size()));
    table.print(out);
    violations(verdict.violations(), out);
  }

  /**
   * How far a valid plan's exposure is above a bound, in percent of the bound; 0 where that is 0.
   */
  private double gapPercent(double bound) {
    return bound <= 0 ? 0 : 100 * (verdict.exposure().totalTs() / bound - 1);
  }

  private static void violations(List<Violation> violations, PrintStream out) {
    if (violations.isEmpty()) {
      out.println("valid");
      return;
    }
    out.println(
        "not valid, %s:".formatted(Figures.counted(violations.size(), "violation", "violations")));
    violations.stream().limit(MOST_VIOLATIONS).forEach(v -> out.println("  " + v));
    if (violations.size() > MOST_VIOLATIONS) {
      out.println(
          "  and %d more; --json has them all".formatted(violations.size() - MOST_VIOLATIONS));
    }
  }

  /** In the words of the exchange format. */
  ObjectNode json() {
    var exposure = verdict.exposure();
    var json = new JsonMapper().createObjectNode();
    json.put("instance", instance.name()).put("policy", plan.policy());
    json.put("valid", verdict.isValid());
    json.put("exposure_ts", exposure.totalTs())
        .put("rack_bystander_ts", exposure.rackBystanderTs())
        .put("rack_candidate_ts", exposure.rackCandidateTs())
        .put("transfer_ts", exposure.transferTs())
        .put("carrier_ts", exposure.carrierTs())
        .put("port_ts", exposure.portTs());
    json.put("cheap_bound_ts", boundTs)
        .put("makespan_s", verdict.makespanSeconds())
        .put("weighted_tardiness_s", verdict.weightedTardinessSeconds())
        .put("composite_ts", verdict.compositeTs())
        .put("solve_ms", plan.solveMillis());
    strongBoundTs.ifPresent(
        strong -> {
          json.put("strong_bound_ts", strong);
          if (verdict.isValid()) {
            json.put("gap_percent", gapPercent(strong));
          }
        });
    var list = json.putArray("violations");
    verdict.violations().forEach(v -> violation(v, list.addObject()));
    return json;
  }

  private static void violation(Violation violation, ObjectNode json) {
    json.put("kind", violation.kind().text());
    violation.op().ifPresent(op -> json.put("op", op));
    json.put("subject", violation.subject()).put("message", violation.message());
  }
}
