package org.givre.devices.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverEvent.OrderOutcome;
import org.givre.devices.driver.Motion;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.OrderStatus;

/**
 * The whole course of an order, determined when the robot took it.
 *
 * @param steps one for each step of the order
 */
record Course(String device, MotionOrder order, Instant takenAt, List<StepCourse> steps) {
  Course {
    steps = List.copyOf(steps);
    if (steps.size() != order.steps().size()) {
      throw new IllegalArgumentException(
          "Order %s has %d steps; its course has %d"
              .formatted(order.orderId(), order.steps().size(), steps.size()));
    }
  }

  /** What the robot reports, and when. */
  record TimedReport(Instant at, DriverEvent event) {}

  Instant end() {
    return steps.get(steps.size() - 1).end();
  }

  /** Whether, after {@code now}, the robot still works at {@code station} or goes there. */
  boolean occupies(String station, String standingAt, Instant now) {
    var where = standingAt;
    for (var i = 0; i < steps.size(); i++) {
      if (order.steps().get(i) instanceof MotionStep.MoveTo move) {
        where = move.station();
      } else if (where.equals(station) && steps.get(i).end().isAfter(now)) {
        return true;
      }
    }
    return false;
  }

  /** All that the robot ever reports of this order, by time. */
  List<TimedReport> reports() {
    var reports = new ArrayList<TimedReport>();
    reports.add(new TimedReport(takenAt, new DriverEvent.Started(order.orderId(), takenAt)));
    var motions = new ArrayList<Motion>();
    for (var i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      motions.addAll(step.motions());
      if (step.outcome().isPresent()) {
        var done =
            new DriverEvent.StepDone(order.orderId(), i, step.outcome().orElseThrow(), motions);
        reports.add(new TimedReport(step.end(), done));
        motions.clear();
      }
    }
    reports.add(
        new TimedReport(
            end(),
            new DriverEvent.Ended(order.orderId(), OrderOutcome.SUCCEEDED, end(), motions, "")));
    return reports;
  }

  /** Where the order stands at {@code now}. */
  OrderStatus status(Instant now) {
    var reports =
        reports().stream()
            .filter(report -> !report.at().isAfter(now))
            .map(TimedReport::event)
            .toList();
    return end().isAfter(now) ? new OrderStatus.Running(reports) : new OrderStatus.Over(reports);
  }
}
