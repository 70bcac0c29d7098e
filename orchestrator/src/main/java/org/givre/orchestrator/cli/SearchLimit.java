package org.givre.orchestrator.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.givre.plans.search.StopCondition;
import picocli.CommandLine.Option;

/** How far a search may go, as its command is told. */
final class SearchLimit {
  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = TimeLimit.class,
      description =
          "Search no longer, such as 500ms, 1s or 2m (with --iterations alone, as long as they take).")
  private Optional<Duration> time = Optional.empty();

  @Option(
      names = "--iterations",
      paramLabel = "N",
      converter = IterationCount.class,
      description = "Search no further: the same result on every machine.")
  private Optional<Long> iterations = Optional.empty();

  /** When a search that starts now must stop; after {@code usual} where nothing was said. */
  StopCondition fromNow(Clock wall, Duration usual) {
    var counted = StopCondition.afterIterations(iterations.orElse(Long.MAX_VALUE));
    if (iterations.isPresent() && time.isEmpty()) {
      return counted;
    }
    var end = wall.millis() + time.orElse(usual).toMillis();
    return counted.or(done -> wall.millis() >= end);
  }
}
