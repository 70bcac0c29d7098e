package org.givre.orchestrator.cli;

import java.time.Duration;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.bound.StrongBound;

/** Searches the strong bound of an instance, showing how far it has come. */
final class StrongBoundSearch {
  private final Workplace workplace;
  private final Instance instance;
  private volatile double reachedTs;

  StrongBoundSearch(Workplace workplace, Instance instance) {
    this.workplace = workplace;
    this.instance = instance;
  }

  /** The bound after {@code limit} at the latest, or as soon as nothing is left to gain. */
  StrongBound within(Duration limit) {
    var wall = workplace.wall();
    var end = wall.millis() + limit.toMillis();
    return until(iterations -> wall.millis() >= end);
  }

  /** The bound when {@code stop} says so, or as soon as nothing is left to gain. */
  StrongBound until(StopCondition stop) {
    return new Waiting(workplace).during(this::text, () -> improved(stop));
  }

  private StrongBound improved(StopCondition stop) {
    var bound = new StrongBound(instance);
    bound.improve(stop, (iterations, tubeSeconds) -> reachedTs = tubeSeconds);
    return bound;
  }

  private String text(Duration elapsed) {
    return "bounding %s: %s tube-seconds, %s"
        .formatted(instance.name(), Figures.rounded(reachedTs), Figures.duration(elapsed));
  }
}
