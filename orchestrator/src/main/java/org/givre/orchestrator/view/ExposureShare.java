package org.givre.orchestrator.view;

import java.time.Duration;
import java.util.OptionalDouble;
import org.givre.orchestrator.view.CustodyEntry.Handling;
import org.givre.orchestrator.view.ExposureInterval.Role;
import org.givre.orchestrator.view.ExposureInterval.Surroundings;

/** Part of a tube's way through one kind of surroundings, and how warm it may have got there. */
record ExposureShare(Role as, Surroundings surroundings, OptionalDouble peakCelsius) {
  static ExposureShare of(Role as, Surroundings surroundings, double peakCelsius) {
    return new ExposureShare(as, surroundings, OptionalDouble.of(peakCelsius));
  }

  /** The interval of the event at {@code offset}; {@code seconds} may be less than {@code time}. */
  ExposureInterval interval(long offset, Handling time, double seconds, double weighted) {
    return new ExposureInterval(
        offset, time.start(), time.end(), as, surroundings, seconds, weighted, peakCelsius);
  }

  /** The whole of {@code time} at one weight. */
  ExposureInterval interval(long offset, Handling time, double weight) {
    var seconds = seconds(time);
    return interval(offset, time, seconds, seconds * weight);
  }

  /** How long it took; 0 where clocks disagree. */
  static double seconds(Handling time) {
    return Math.max(0, Duration.between(time.start(), time.end()).toNanos() / 1e9);
  }
}
