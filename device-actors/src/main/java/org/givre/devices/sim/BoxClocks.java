package org.givre.devices.sim;

import java.util.HashMap;
import java.util.Map;

/**
 * How long every box has ever been out of its dewar's cold, in raw seconds. At height h the boxes
 * 1..h of a rack are outside; a move takes them through the opening at constant speed. This is the
 * world's own bookkeeping, apart from the engine's.
 */
final class BoxClocks {
  private final Map<Box, Double> seconds = new HashMap<>();

  double seconds(Box box) {
    return seconds.getOrDefault(box, 0.0);
  }

  void run(String rack, Span span) {
    var top = (int) Math.ceil(Math.max(span.from(), span.to()));
    for (var level = 1; level <= Math.max(top, span.extracted()); level++) {
      var outside = span.outsideSeconds(level);
      if (outside > 0) {
        seconds.merge(new Box(rack, level), outside, Double::sum);
      }
    }
  }

  /**
   * A time in which a rack moves evenly or stands still.
   *
   * @param from height at its start, in levels
   * @param to height at its end
   * @param extracted level of the box that is out in the chamber; 0 if none
   */
  record Span(double from, double to, int extracted, double seconds) {
    /** Box {@code level} is outside while the height is above {@code level - 1}, or extracted. */
    double outsideSeconds(int level) {
      var high = Math.max(from, to);
      var low = Math.max(Math.min(from, to), level - 1);
      if (level == extracted) {
        return seconds;
      }
      if (high <= level - 1) {
        return 0;
      }
      return from == to ? seconds : seconds * (high - low) / Math.abs(to - from);
    }
  }
}
