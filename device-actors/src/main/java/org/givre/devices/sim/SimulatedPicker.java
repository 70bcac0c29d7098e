package org.givre.devices.sim;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.Factsheet;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.PickerDriver;
import org.givre.devices.driver.Submission;
import org.givre.devices.sim.Course.TimedReport;

/**
 * A robot of the simulated world. Its reports carry the times that the world has determined; each
 * is delivered when engine time has reached it. A stage completes exceptionally only if the world
 * itself has failed (its disk): what became of the order is then known to {@code status} after a
 * restart.
 */
final class SimulatedPicker implements PickerDriver {
  private final StoreWorld world;
  private final String device;
  private final WallTimers timers;
  private final Consumer<DriverEvent> events;
  private volatile boolean closed;

  SimulatedPicker(
      StoreWorld world, String device, WallTimers timers, Consumer<DriverEvent> events) {
    this.world = world;
    this.device = device;
    this.timers = timers;
    this.events = events;
  }

  /** Goes on with what the robot was doing; {@code status} tells what came before. */
  void resume() {
    report(world.ahead(device));
  }

  @Override
  public Factsheet factsheet() {
    var steps =
        Stream.of(MotionStep.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Factsheet(device, SimulatedDriverProvider.NAME, device, "1", "driver/v1", steps);
  }

  @Override
  public CompletionStage<DeviceSnapshot> snapshot() {
    return answer(() -> world.snapshot(device));
  }

  @Override
  public CompletionStage<Submission> submit(MotionOrder order) {
    var answer = new CompletableFuture<Submission>();
    timers.run(
        () -> {
          try {
            answer.complete(submitNow(order));
          } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
            throw failure;
          }
          begin(answer.join(), order);
        });
    return answer;
  }

  /** Not while it is being closed: who opens the device next must hear of the order. */
  private synchronized Submission submitNow(MotionOrder order) {
    return closed
        ? new Submission.Refused("The driver of %s is closed".formatted(device))
        : world.submit(device, order);
  }

  private void begin(Submission answer, MotionOrder order) {
    if (answer instanceof Submission.Accepted) {
      report(world.reports(device, order.orderId()));
    }
  }

  @Override
  public CompletionStage<OrderStatus> status(String orderId) {
    return answer(() -> world.status(device, orderId));
  }

  @Override
  public CompletionStage<Optional<String>> canExecute(MotionOrder order) {
    return answer(() -> world.objection(device, order));
  }

  private <T> CompletionStage<T> answer(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, timers::run);
  }

  /** Delivers what has come by now and waits for the rest. */
  private void report(List<TimedReport> reports) {
    if (closed) {
      return;
    }
    var now = world.now();
    var due = (int) reports.stream().takeWhile(report -> !report.at().isAfter(now)).count();
    reports.subList(0, due).forEach(report -> events.accept(report.event()));
    var rest = reports.subList(due, reports.size());
    if (!rest.isEmpty()) {
      timers.after(world.time().timerUntil(rest.get(0).at()), () -> report(rest));
    }
  }

  /** Nothing is delivered any more; the robot itself goes on. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}
