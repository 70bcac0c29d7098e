package org.givre.devices.sim;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/** Where simulated robots do their work: off the caller's thread, now or later. */
public interface WallTimers {
  /** Does {@code work} soon. */
  void run(Runnable work);

  /** Does {@code work} after {@code delay}, on the wall. */
  void after(Duration delay, Runnable work);

  /** On the threads of {@code executor}; one is enough. Who made it shuts it down. */
  static WallTimers on(ScheduledExecutorService executor) {
    return new ExecutorTimers(executor);
  }
}
