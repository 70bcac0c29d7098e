package org.givre.devices.sim;

import static org.givre.devices.sim.ImpossibleOrder.unless;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.devices.driver.MotionOrder;

/** What is true of one picker: where it stands, what it carries, what it was told. */
final class Robot {
  /** A device keeps its last results for {@code status}; {@code device-protocol.md}, Wire. */
  static final int KEPT_ORDERS = 1_000;

  private final String name;
  private final List<String> carrier = new ArrayList<>();
  private final Map<String, Course> courses =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Course> eldest) {
          return size() > KEPT_ORDERS;
        }
      };
  private Optional<RunningCourse> running = Optional.empty();
  private String station = "";
  private long epoch;
  private long sequence;

  Robot(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Dewar or port where it stands, or stood before it set out; empty before the first journey. */
  String station() {
    return station;
  }

  void station(String name) {
    station = name;
  }

  /** Barcodes in the order in which they came in. */
  List<String> carrier() {
    return carrier;
  }

  Optional<RunningCourse> running() {
    return running;
  }

  /** The course of an order, if it is one of the last that it took. */
  Optional<Course> course(String orderId) {
    return Optional.ofNullable(courses.get(orderId));
  }

  /** Hears of a session; an older one has no say any more. */
  void hear(long heard) {
    if (heard > epoch) {
      epoch = heard;
      sequence = 0;
    }
  }

  /** Refuses an order whose turn it is not: one at a time, none from the past. */
  void checkTurn(MotionOrder order) throws ImpossibleOrder {
    unless(
        order.epoch() >= epoch,
        "Epoch %d is over; %s has heard of epoch %d".formatted(order.epoch(), name, epoch));
    unless(
        order.epoch() > epoch || order.sequence() > sequence,
        "Sequence %d is of the past; %s has taken %d in this epoch"
            .formatted(order.sequence(), name, sequence));
    if (running.isPresent()) {
      throw new ImpossibleOrder(
          "%s is busy with order %s".formatted(name, running.get().course().order().orderId()));
    }
  }

  void begin(Course course) {
    hear(course.order().epoch());
    sequence = course.order().sequence();
    courses.put(course.order().orderId(), course);
    running = Optional.of(new RunningCourse(course, station));
  }

  RobotTruth truth() {
    return new RobotTruth(
        name,
        carrier,
        running.map(run -> run.course().order()),
        running.map(run -> run.ahead().get(0)));
  }

  /** Lets come true what has come by {@code now}. */
  void advance(Instant now, WorldState world) {
    if (running.isPresent() && running.get().advance(now, world)) {
      running = Optional.empty();
    }
  }
}
