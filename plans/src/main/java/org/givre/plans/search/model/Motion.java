package org.givre.plans.search.model;

import org.givre.plans.instance.Timing;

/**
 * The inner timeline of one lift from the moment the rack is gripped (T0): how long each box is
 * outside and when each dwell ends. Follows the timeline of the exchange format step by step.
 */
public final class Motion {
  /** Seconds from T0 to the end of the lift, release included. */
  public final double seconds;

  /** Seconds each box is outside; index 0 unused. */
  public final double[] out;

  /** Weighted seconds that a tube staying in each box gets. */
  public final double[] worn;

  /** The longest stay outside of any box. */
  public final double longestOut;

  /** Seconds from T0 to the end of each pick or place. */
  public final double[] dwellEnd;

  /** Weighted seconds of the box of each dwell, from T0 to the start of that dwell. */
  public final double[] wornBefore;

  /** Weighted seconds of the box of each dwell, from the end of that dwell to the end. */
  public final double[] wornAfter;

  private Motion(Course course, double release) {
    this.seconds = course.clock + release;
    this.out = course.out;
    this.worn = course.worn;
    this.dwellEnd = course.dwellEnd;
    this.wornBefore = course.wornBefore;
    this.wornAfter = new double[dwellEnd.length];
    for (int i = 0; i < wornAfter.length; i++) {
      wornAfter[i] = worn[course.levels[i]] - course.wornAtEnd[i];
    }
    double longest = 0;
    for (double seconds : out) {
      longest = Math.max(longest, seconds);
    }
    this.longestOut = longest;
  }

  /** The rack stays up: one dwell of {@code dwellSeconds} at each level, in order. */
  public static Motion held(Rack rack, Timing timing, int[] levels, double dwellSeconds) {
    var course = new Course(rack, levels);
    int height = 0;
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] != height) {
        course.move(height, levels[i]);
        course.stand(levels[i], timing.settleSeconds());
        height = levels[i];
      }
      course.startDwell(i);
      course.stand(height, dwellSeconds);
      course.endDwell(i);
    }
    course.move(height, 0);
    return new Motion(course, timing.releaseSeconds());
  }

  /** The box at {@code level} goes into the chamber while {@code picks} tubes are taken. */
  public static Motion parked(Rack rack, Timing timing, int level, int picks) {
    int[] levels = new int[picks];
    java.util.Arrays.fill(levels, level);
    var course = new Course(rack, levels);
    Dewar dewar = rack.dewar;
    double stroke = level * dewar.levelSeconds;
    course.move(0, level);
    course.stand(level, timing.settleSeconds() + dewar.ejectSeconds);
    course.moveWithout(level, stroke);
    for (int i = 0; i < picks; i++) {
      course.startDwell(i);
      course.chamber(level, timing.pickSeconds());
      course.endDwell(i);
    }
    course.moveWithout(level, stroke);
    course.standWithout(level, timing.settleSeconds());
    course.stand(level, dewar.insertSeconds);
    course.move(level, 0);
    return new Motion(course, timing.releaseSeconds());
  }

  /** The state of a lift while its timeline is walked through. */
  private static final class Course {
    private final int[] levels;
    private final double[] out;
    private final double[] worn;
    private final double[] dwellEnd;
    private final double[] wornBefore;
    private final double[] wornAtEnd;
    private final double tau;
    private final double weight;
    private final double chamberWeight;
    private double clock;

    Course(Rack rack, int[] levels) {
      this.levels = levels;
      this.out = new double[rack.levels + 1];
      this.worn = new double[rack.levels + 1];
      this.dwellEnd = new double[levels.length];
      this.wornBefore = new double[levels.length];
      this.wornAtEnd = new double[levels.length];
      this.tau = rack.dewar.levelSeconds;
      this.weight = rack.dewar.liftWeight;
      this.chamberWeight = rack.dewar.chamberWeight;
    }

    void move(int from, int to) {
      int low = Math.min(from, to);
      int high = Math.max(from, to);
      for (int box = 1; box <= high; box++) {
        expose(box, tau * (high - Math.max(low, box - 1)), weight);
      }
      clock += (high - low) * tau;
    }

    void stand(int height, double seconds) {
      for (int box = 1; box <= height; box++) {
        expose(box, seconds, weight);
      }
      clock += seconds;
    }

    void moveWithout(int parked, double seconds) {
      for (int box = 1; box < parked; box++) {
        expose(box, tau * (parked - box + 1), weight);
      }
      expose(parked, seconds, chamberWeight);
      clock += seconds;
    }

    void standWithout(int parked, double seconds) {
      for (int box = 1; box < parked; box++) {
        expose(box, seconds, weight);
      }
      chamber(parked, seconds);
    }

    void chamber(int parked, double seconds) {
      expose(parked, seconds, chamberWeight);
      clock += seconds;
    }

    void startDwell(int i) {
      wornBefore[i] = worn[levels[i]];
    }

    void endDwell(int i) {
      dwellEnd[i] = clock;
      wornAtEnd[i] = worn[levels[i]];
    }

    private void expose(int box, double seconds, double weightNow) {
      out[box] += seconds;
      worn[box] += weightNow * seconds;
    }
  }
}
