package org.givre.bench.company;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * A day of arrivals: 20 jobs an hour, at random. What they are like is an assumption: half of them
 * want 1 to 3 tubes, a third 4 to 12, the rest whole carriers and plates. Seven of ten are due in 2
 * to 8 hours, a fifth of those with a deadline half an hour later; one of ten is urgent, due in 20
 * minutes, every other one with a deadline of an hour; the rest wants its tubes as soon as
 * possible.
 */
final class Arrivals {
  /** Jobs of this weight or more go at once: priorities 8 and 9 of the API. */
  static final double URGENT = 8;

  private static final double HOUR = 3_600;
  private static final double DAY = 24 * HOUR;
  private static final double JOBS_PER_HOUR = 20;
  private static final int MOST_URGENT_TUBES = 12;

  private final SplittableRandom random;

  private Arrivals(long seed) {
    random = new SplittableRandom(seed);
  }

  static List<Arrival> ofDay(long seed) {
    return new Arrivals(seed).day();
  }

  private List<Arrival> day() {
    var arrivals = new ArrayList<Arrival>();
    double at = gap();
    while (at < DAY) {
      arrivals.add(arrival(at));
      at += gap();
    }
    return arrivals;
  }

  private double gap() {
    return -Math.log(1 - random.nextDouble()) * HOUR / JOBS_PER_HOUR;
  }

  private Arrival arrival(double at) {
    int tubes = tubes();
    double kind = random.nextDouble();
    if (kind < 0.7) {
      double due = at + (2 + 6 * random.nextDouble()) * HOUR;
      var deadline = maybe(0.2, due + HOUR / 2);
      double weight = Math.pow(2, random.nextInt(3) - 1);
      return new Arrival(at, weight, OptionalDouble.of(due), deadline, tubes);
    }
    if (kind < 0.8) {
      int few = Math.min(tubes, MOST_URGENT_TUBES);
      return new Arrival(at, URGENT, OptionalDouble.of(at + HOUR / 3), maybe(0.5, at + HOUR), few);
    }
    return new Arrival(at, 1, OptionalDouble.of(at), OptionalDouble.empty(), tubes);
  }

  private OptionalDouble maybe(double share, double seconds) {
    return random.nextDouble() < share ? OptionalDouble.of(seconds) : OptionalDouble.empty();
  }

  private int tubes() {
    double kind = random.nextDouble();
    if (kind < 0.5) {
      return 1 + random.nextInt(3);
    }
    if (kind < 0.85) {
      return 4 + random.nextInt(9);
    }
    return kind < 0.97 ? 16 + random.nextInt(17) : 48 + random.nextInt(49);
  }
}
