package org.givre.devices.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.givre.devices.time.SettableClock;

/** Timers that fire when their clock is turned; work is done at once, on the caller's thread. */
final class HandTimers implements WallTimers {
  private final SettableClock clock;
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::number));
  private long number;

  private record Timer(Instant at, long number, Runnable work) {}

  HandTimers(SettableClock clock) {
    this.clock = clock;
  }

  @Override
  public void run(Runnable work) {
    work.run();
  }

  @Override
  public void after(Duration delay, Runnable work) {
    timers.add(new Timer(clock.instant().plus(delay), number++, work));
  }

  /** Turns the clock, timer by timer. */
  void turn(Duration by) {
    var end = clock.instant().plus(by);
    while (!timers.isEmpty() && !timers.element().at().isAfter(end)) {
      var timer = timers.remove();
      clock.set(timer.at());
      timer.work().run();
    }
    clock.set(end);
  }

  /** As when the process dies. */
  void forget() {
    timers.clear();
  }
}
