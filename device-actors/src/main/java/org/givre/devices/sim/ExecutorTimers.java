package org.givre.devices.sim;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timers of an executor, which forgets what its tasks throw: that is logged here. */
final class ExecutorTimers implements WallTimers {
  private static final Logger LOG = LoggerFactory.getLogger(ExecutorTimers.class);

  private final ScheduledExecutorService executor;

  ExecutorTimers(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  @Override
  public void run(Runnable work) {
    executor.execute(logged(work));
  }

  @Override
  public void after(Duration delay, Runnable work) {
    var unused = executor.schedule(logged(work), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Runnable logged(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException failure) {
        LOG.error("A simulated robot has stopped", failure);
        throw failure;
      }
    };
  }
}
