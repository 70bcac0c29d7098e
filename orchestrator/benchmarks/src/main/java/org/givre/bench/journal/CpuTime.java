package org.givre.bench.journal;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time of this process: on a shared machine it says more than the clock. */
final class CpuTime {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private CpuTime() {}

  static double seconds() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  /** Microseconds for each of so many events since {@code beforeSeconds}. */
  static double microsPerEvent(double beforeSeconds, long events) {
    return (seconds() - beforeSeconds) * 1e6 / Math.max(1, events);
  }
}
