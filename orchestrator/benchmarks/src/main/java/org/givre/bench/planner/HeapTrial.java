package org.givre.bench.planner;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.givre.orchestrator.planfile.InstanceFile;
import org.givre.plans.search.WarmthPlanner;

/**
 * Plans an instance file for so many seconds and prints, in MiB, the most heap that was used and
 * the most that was still used after a collection; 1 when the plan is not valid.
 */
public final class HeapTrial {
  private static final int MEBIBYTE = 1 << 20;

  private HeapTrial() {}

  public static void main(String[] arguments) throws Exception {
    var alive = aliveAfterCollections();
    var problem = InstanceFile.read(Path.of(arguments[0]));
    var nanos = (long) (Double.parseDouble(arguments[1]) * 1e9);
    var end = System.nanoTime() + nanos;
    var plan = Judged.of(new WarmthPlanner(), problem, 1, n -> System.nanoTime() - end >= 0);
    System.out.printf("%d %d%n", mostUsed() / MEBIBYTE, alive.get() / MEBIBYTE);
    System.exit(plan.isValid() ? 0 : 1);
  }

  /** The sum of the pools' peaks, which need not have been at one time. */
  private static long mostUsed() {
    return heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static AtomicLong aliveAfterCollections() {
    var most = new AtomicLong();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, nothing) ->
                  most.accumulateAndGet(
                      alive((CompositeData) notification.getUserData()), Math::max),
              null,
              null);
    }
    return most;
  }

  private static long alive(CompositeData collection) {
    var after =
        GarbageCollectionNotificationInfo.from(collection).getGcInfo().getMemoryUsageAfterGc();
    return heapPools().mapToLong(pool -> after.get(pool.getName()).getUsed()).sum();
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
