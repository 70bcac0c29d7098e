package org.givre.orchestrator.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows that a call which takes longer than a second is still under way. */
final class Waiting {
  private static final long REDRAW_MILLIS = 250;
  private static final Duration UNTIL_SHOWN = Duration.ofSeconds(1);

  private final Workplace workplace;

  Waiting(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Makes the call; {@code text} says what is going on, given the time since its start. */
  <T> T during(Function<Duration, String> text, Supplier<T> call) {
    var start = workplace.wall().instant();
    var drawing = Executors.newSingleThreadScheduledExecutor(Waiting::daemon);
    try (var line = new ProgressLine(workplace.terminal(), workplace.wall())) {
      var redraws =
          drawing.scheduleAtFixedRate(
              () -> draw(line, text, start), REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
      return until(redraws, call);
    } finally {
      drawing.shutdownNow();
    }
  }

  private static <T> T until(Future<?> redraws, Supplier<T> call) {
    try {
      return call.get();
    } finally {
      redraws.cancel(false);
    }
  }

  private void draw(ProgressLine line, Function<Duration, String> text, Instant start) {
    var elapsed = Duration.between(start, workplace.wall().instant());
    if (elapsed.compareTo(UNTIL_SHOWN) >= 0) {
      line.show(text.apply(elapsed));
    }
  }

  private static Thread daemon(Runnable drawing) {
    var thread = new Thread(drawing, "progress");
    thread.setDaemon(true);
    return thread;
  }
}
