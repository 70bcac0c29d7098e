package org.givre.devices.picker;

import akka.actor.typed.javadsl.ActorContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.givre.devices.driver.DriverProvider;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.PickerDriver;
import org.givre.plans.store.PickerId;

/**
 * The picker's side of the driver: whatever comes from there, on whatever thread, becomes a message
 * to the picker. A driver that throws has not answered.
 */
final class DriverLine {
  /** Ages for a robot that says how it stands, short for an operator who waits. */
  private static final Duration LOOK_WITHIN = Duration.ofSeconds(2);

  private final ActorContext<PickerCommand> context;
  private final PickerDriver driver;

  DriverLine(ActorContext<PickerCommand> context, DriverProvider drivers, PickerId picker) {
    this.context = context;
    var self = context.getSelf();
    this.driver =
        drivers.open(picker.value(), report -> self.tell(new PickerSignal.Reported(report)));
  }

  void submit(MotionOrder order) {
    var orderId = order.orderId();
    pipe(
        orderId, () -> driver.submit(order), answer -> new PickerSignal.Submitted(orderId, answer));
  }

  void askStatus(OrderRun order) {
    var accepted = order.accepted();
    pipe(
        order.id(),
        () -> driver.status(order.id()),
        status -> new PickerSignal.StatusKnown(order.id(), status, accepted));
  }

  /** Asks the robot how it stands; a driver that is silent for long has not answered. */
  void look(PickerCommand.Act act) {
    var answer = asked(driver::snapshot).thenApply(Optional::of).toCompletableFuture();
    var system = context.getSystem();
    system
        .scheduler()
        .scheduleOnce(
            LOOK_WITHIN,
            () -> answer.completeExceptionally(new TimeoutException("no snapshot")),
            system.executionContext());
    context.pipeToSelf(
        answer,
        (seen, failure) ->
            new PickerSignal.RobotSeen(act, failure == null ? seen : Optional.empty()));
  }

  void close() {
    driver.close();
  }

  private <T> void pipe(
      String orderId, Supplier<CompletionStage<T>> question, Function<T, PickerSignal> signal) {
    context.pipeToSelf(
        asked(question),
        (answer, failure) ->
            failure == null
                ? signal.apply(answer)
                : new PickerSignal.Unanswered(orderId, failure.toString()));
  }

  private static <T> CompletionStage<T> asked(Supplier<CompletionStage<T>> question) {
    try {
      return question.get();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedStage(failure);
    }
  }
}
