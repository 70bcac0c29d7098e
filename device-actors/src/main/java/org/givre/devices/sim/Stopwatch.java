package org.givre.devices.sim;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.givre.devices.driver.Motion;
import org.givre.devices.driver.Motion.Kind;

/**
 * Gives every motion of an order its time. Nominal durations are the store's; a real one deviates
 * by up to the jitter, uniformly: an assumption. The deviations follow from seed and order id
 * alone. Times are whole microseconds.
 */
final class Stopwatch {
  private static final double MICROS_PER_SECOND = 1e6;

  private final SplittableRandom chance;
  private final double jitter;
  private final List<Motion> motions = new ArrayList<>();
  private Instant now;

  Stopwatch(Instant start, String orderId, WorldSettings settings) {
    this.now = start;
    this.chance = new SplittableRandom(settings.seed() * 31 + hash(orderId));
    this.jitter = settings.jitter();
  }

  /** FNV-1a, 64 bits: unlike {@code hashCode}, ids that differ in one character end far apart. */
  private static long hash(String text) {
    return text.chars()
        .asLongStream()
        .reduce(0xcbf29ce484222325L, (h, c) -> (h ^ c) * 0x100000001b3L);
  }

  Instant now() {
    return now;
  }

  void add(Kind kind, double seconds) {
    add(kind, seconds, 0, "");
  }

  void add(Kind kind, double seconds, int level, String tube) {
    add(new Motion(kind, now, after(seconds), 0, level, tube));
  }

  /** A move of the rack, in levels. */
  void move(int from, int to, double seconds) {
    add(new Motion(Kind.MOVE, now, after(seconds), from, to, ""));
  }

  private Instant after(double seconds) {
    var deviation = 1 + jitter * (2 * chance.nextDouble() - 1);
    return now.plus(Math.round(seconds * deviation * MICROS_PER_SECOND), ChronoUnit.MICROS);
  }

  /** A motion of no length is none. */
  private void add(Motion motion) {
    if (motion.end().isAfter(now)) {
      motions.add(motion);
      now = motion.end();
    }
  }

  /** The motions since the last call. */
  List<Motion> take() {
    var taken = List.copyOf(motions);
    motions.clear();
    return taken;
  }
}
