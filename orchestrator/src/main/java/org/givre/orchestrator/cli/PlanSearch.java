package org.givre.orchestrator.cli;

import java.time.Duration;
import java.util.function.Function;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.PlanProgress;
import org.givre.plans.search.PlannedRetrieval;

/** Searches a plan of an instance, showing what the best one so far comes to. */
final class PlanSearch {
  private final Workplace workplace;
  private final Instance instance;
  private volatile String best = "";

  PlanSearch(Workplace workplace, Instance instance) {
    this.workplace = workplace;
    this.instance = instance;
  }

  /** What {@code search} finds, which is to tell how far it has come. */
  PlannedRetrieval found(Function<PlanProgress, PlannedRetrieval> search) {
    return new Waiting(workplace).during(this::text, () -> search.apply(progress()));
  }

  /** At the instance's own prices, whatever is searched for. */
  PlanProgress progress() {
    return found -> {
      var figures = found.get();
      best =
          ": %s tube-seconds, composite %s"
              .formatted(
                  Figures.rounded(figures.exposure()),
                  Figures.rounded(figures.composite(instance.prices())));
    };
  }

  String text(Duration elapsed) {
    return "planning %s%s, %s".formatted(instance.name(), best, Figures.duration(elapsed));
  }
}
