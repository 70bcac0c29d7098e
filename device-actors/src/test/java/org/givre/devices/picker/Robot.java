package org.givre.devices.picker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverEvent.OrderOutcome;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion;
import org.givre.devices.driver.Motion.Kind;

/** Says what a robot would: moves on in time, motion by motion, and reports. */
final class Robot {
  private final String orderId;
  private final List<Motion> motions = new ArrayList<>();
  private Instant now;

  Robot(String orderId, Instant start) {
    this.orderId = orderId;
    this.now = start;
  }

  Instant now() {
    return now;
  }

  Robot does(Kind kind, double seconds) {
    return does(kind, seconds, 0, "");
  }

  Robot does(Kind kind, double seconds, int level, String tube) {
    return add(kind, seconds, new int[] {0, level}, tube);
  }

  Robot moves(int from, int to) {
    return add(Kind.MOVE, 0.6 * Math.abs(to - from), new int[] {from, to}, "");
  }

  Robot waits(double seconds) {
    now = now.plus(span(seconds));
    return this;
  }

  private Robot add(Kind kind, double seconds, int[] levels, String tube) {
    var end = now.plus(span(seconds));
    motions.add(new Motion(kind, now, end, levels[0], levels[1], tube));
    now = end;
    return this;
  }

  private static Duration span(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  DriverEvent started() {
    return new DriverEvent.Started(orderId, now);
  }

  DriverEvent reports(int step, TubeOutcome outcome) {
    return new DriverEvent.StepDone(orderId, step, outcome, take());
  }

  DriverEvent ends() {
    return new DriverEvent.Ended(orderId, OrderOutcome.SUCCEEDED, now, take(), "");
  }

  DriverEvent fails(String fault) {
    return new DriverEvent.Ended(orderId, OrderOutcome.FAILED, now, take(), fault);
  }

  /** What it has done since it last reported. */
  List<Motion> take() {
    var taken = List.copyOf(motions);
    motions.clear();
    return taken;
  }
}
