package org.givre.devices.picker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverProvider;
import org.givre.devices.driver.Factsheet;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.PickerDriver;
import org.givre.devices.driver.Submission;

/** A driver that keeps what it is asked; it answers when, and as, the test says. */
final class ScriptedDriver implements PickerDriver, DriverProvider {
  private final List<MotionOrder> submitted = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<RuntimeException> failure = Optional.empty();
  private CompletableFuture<DeviceSnapshot> snapshot = new CompletableFuture<>();

  /** Orders that were submitted since this was last called. */
  synchronized List<MotionOrder> takeSubmitted() {
    var taken = List.copyOf(submitted);
    submitted.clear();
    return taken;
  }

  /** Orders whose status was asked since this was last called. */
  synchronized List<String> takeAsked() {
    var taken = List.copyOf(asked);
    asked.clear();
    return taken;
  }

  /** From now on it throws where it should answer. */
  synchronized void breakDown(RuntimeException thrown) {
    failure = Optional.of(thrown);
  }

  /** From now on it says how the robot stands. */
  synchronized void show(DeviceSnapshot seen) {
    snapshot = CompletableFuture.completedFuture(seen);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public PickerDriver open(String device, Consumer<DriverEvent> events) {
    return this;
  }

  @Override
  public Factsheet factsheet() {
    return new Factsheet("picker-1", name(), "1", "1", "driver/v1", new TreeSet<>());
  }

  @Override
  public synchronized CompletionStage<DeviceSnapshot> snapshot() {
    throwIfBroken();
    return snapshot;
  }

  @Override
  public synchronized CompletionStage<Submission> submit(MotionOrder order) {
    throwIfBroken();
    submitted.add(order);
    return new CompletableFuture<>();
  }

  private void throwIfBroken() {
    failure.ifPresent(
        thrown -> {
          throw thrown;
        });
  }

  @Override
  public synchronized CompletionStage<OrderStatus> status(String orderId) {
    asked.add(orderId);
    return new CompletableFuture<>();
  }

  @Override
  public CompletionStage<Optional<String>> canExecute(MotionOrder order) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public void close() {}
}
