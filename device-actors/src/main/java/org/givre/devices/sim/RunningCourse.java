package org.givre.devices.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.givre.devices.driver.Motion;
import org.givre.devices.driver.MotionStep;

/** How far the world has let the course of an order come true. */
final class RunningCourse {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Course course;
  private final String from;
  private int next;
  private Instant counted;
  private String rack = "";
  private double height;
  private int extracted;

  /**
   * @param from where the robot stood when it took the order
   */
  RunningCourse(Course course, String from) {
    this.course = course;
    this.from = from;
    this.counted = course.takenAt();
  }

  Course course() {
    return course;
  }

  /** Whether the robot works at {@code station} now, or will. */
  boolean occupies(String station, Instant now) {
    return course.occupies(station, from, now);
  }

  /** Whether the robot is between two stations. */
  boolean underway() {
    return course.order().steps().get(next) instanceof MotionStep.MoveTo;
  }

  /** The steps still to be done. */
  List<MotionStep> ahead() {
    var steps = course.order().steps();
    return steps.subList(next, steps.size());
  }

  /** Lets come true what has come by {@code now}. Answers whether the order is over. */
  boolean advance(Instant now, WorldState world) {
    for (; next < course.steps().size(); next++) {
      var step = course.order().steps().get(next);
      var how = course.steps().get(next);
      if (step instanceof MotionStep.LiftRack up) {
        rack = up.rack();
      }
      how.motions().forEach(motion -> count(motion, now, world.boxes()));
      if (how.end().isAfter(now)) {
        return false;
      }
      world.come(course.device(), step, how);
    }
    return true;
  }

  /** Counts the part of {@code motion} that has come by {@code now} and is not counted yet. */
  private void count(Motion motion, Instant now, BoxClocks boxes) {
    var begin = later(motion.start(), counted);
    var end = now.isBefore(motion.end()) ? now : motion.end();
    if (!begin.isBefore(end)) {
      return;
    }
    var span =
        new BoxClocks.Span(
            heightAt(motion, begin), heightAt(motion, end), extracted, seconds(begin, end));
    boxes.run(rack, span);
    height = span.to();
    counted = end;
    if (end.equals(motion.end())) {
      complete(motion);
    }
  }

  private void complete(Motion motion) {
    if (motion.kind() == Motion.Kind.EJECT) {
      extracted = motion.to();
    } else if (motion.kind() == Motion.Kind.INSERT) {
      extracted = 0;
    }
  }

  private double heightAt(Motion motion, Instant when) {
    if (motion.kind() != Motion.Kind.MOVE) {
      return height;
    }
    var part = seconds(motion.start(), when) / seconds(motion.start(), motion.end());
    return motion.from() + part * (motion.to() - motion.from());
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / NANOS_PER_SECOND;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
