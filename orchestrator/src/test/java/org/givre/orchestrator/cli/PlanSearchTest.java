package org.givre.orchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.givre.orchestrator.planfile.PublicInstances;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.schedule.Figures;
import org.junit.jupiter.api.Test;

class PlanSearchTest {
  private static final Instance EXAMPLE =
      PlanningFiles.problem(PublicInstances.file("example.in.json"));

  private final PlanSearch search = search();

  private static PlanSearch search() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var terminal = new Terminal(nowhere, nowhere, false);
    return new PlanSearch(CommandRun.workplace(terminal, Clock.systemUTC()), EXAMPLE);
  }

  @Test
  void showsHowLongItTakesUntilThereIsAPlan() {
    assertThat(search.text(Duration.ofSeconds(2))).isEqualTo("planning example, 2 s");
  }

  @Test
  void showsWhatTheBestPlanComesTo() {
    List.of(2_500.0, 2_211.75)
        .forEach(exposure -> search.progress().improved(() -> new Figures(exposure, 60, 2)));

    assertThat(search.text(Duration.ofSeconds(75)))
        .isEqualTo("planning example: 2,211.8 tube-seconds, composite 8,231.8, 1 min 15 s");
  }

  @Test
  void isToldByThePlanner() {
    var stop = StopCondition.afterIterations(10);
    var found = search.found(progress -> new WarmthPlanner(progress).plan(EXAMPLE, 1, stop));

    assertThat(search.text(Duration.ZERO))
        .contains(String.format(Locale.ROOT, ": %,.1f tube-seconds", found.predicted().exposure()));
  }
}
