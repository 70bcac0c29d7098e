package org.givre.devices.picker;

import java.time.Instant;
import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.action.Refusals;
import org.givre.devices.action.Service;
import org.givre.devices.picker.PickerCommand.State;
import org.givre.devices.picker.PickerEvent.PickerActed;
import org.givre.devices.picker.PickerNotice.Refusal;
import org.givre.devices.picker.PickerTask.LiftTask;

/**
 * What a picker is fit for: what its robot can do, and what operators let it do.
 *
 * @param fault why it takes no task; empty if nothing is wrong
 * @param since when it last became available or busy, or came into fault
 */
record Fitness(String fault, Instant since, Service service) {
  static final Fitness UNUSED = new Fitness("", Instant.EPOCH, Service.UNTOUCHED);

  boolean inFault() {
    return !fault.isEmpty();
  }

  Fitness since(Instant at) {
    return new Fitness(fault, at, service);
  }

  Fitness failed(String why, Instant at) {
    return new Fitness(why, at, service.touched());
  }

  Fitness acted(PickerActed event, String why, Instant at) {
    var next = service.after(event.action(), at, why);
    if (event.foundAt().isEmpty()) {
      return new Fitness(fault, since, next);
    }
    return new Fitness("", at, next.equals(service) ? service.touched() : next);
  }

  /** Whether {@code action} is to end a fault. */
  boolean mendedBy(Action action) {
    return inFault() && action.type().equals("returnToService");
  }

  /** Why the picker refuses an action, as far as it can say without a look at its robot. */
  Optional<String> refusal(Action action, boolean busy) {
    return service
        .refusal(action, inFault())
        .or(() -> busy && mendedBy(action) ? Optional.of(Refusals.DEVICE_BUSY) : Optional.empty());
  }

  /** Why the picker does not take {@code task}. */
  Optional<Refusal> refusal(PickerTask task) {
    if (inFault()) {
      return Optional.of(Refusal.IN_FAULT);
    }
    return switch (service.mode()) {
      case IN_SERVICE -> Optional.empty();
      case PAUSED -> Optional.of(Refusal.OUT_OF_SERVICE);
      case DRAINED ->
          task instanceof LiftTask ? Optional.of(Refusal.OUT_OF_SERVICE) : Optional.empty();
    };
  }

  /** What people are shown. */
  State state(boolean busy, boolean loaded) {
    if (inFault()) {
      return State.FAULT;
    }
    return switch (service.mode()) {
      case IN_SERVICE -> busy ? State.BUSY : State.AVAILABLE;
      case PAUSED -> busy ? State.BUSY : State.PAUSED;
      case DRAINED -> busy || loaded ? State.DRAINING : State.OUT_OF_SERVICE;
    };
  }

  /** When {@code state} began: with a fault, a task or its end, or with an operator's word. */
  Instant sinceOf(State state) {
    return switch (state) {
      case FAULT, BUSY, AVAILABLE -> since;
      case PAUSED, OUT_OF_SERVICE -> later(since, service.since());
      case DRAINING -> service.since();
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /** Why it is in {@code state}; empty where that needs no reason. */
  String reasonOf(State state) {
    return switch (state) {
      case FAULT -> fault;
      case BUSY, AVAILABLE -> "";
      case PAUSED, DRAINING, OUT_OF_SERVICE -> service.reason();
    };
  }
}
