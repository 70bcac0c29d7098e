package org.givre.devices.picker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.Outcome;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.plans.store.PickerId;

/**
 * A task under way, and what it has brought about.
 *
 * @param cause of the task
 * @param order the last order that was given for it
 * @param picked tubes that it has brought into the carrier
 * @param missed requests whose tube was not there
 * @param deliveries of tubes that it has unloaded
 */
record TaskRun(
    PickerTask task,
    Cause cause,
    Optional<OrderRun> order,
    List<CarriedTube> picked,
    List<MissedRequest> missed,
    List<Delivery> deliveries) {

  /** How far a task is. */
  enum Stage {
    /** The picker stands elsewhere, and has not been told to go. */
    ELSEWHERE,
    /** The device has an order, or is about to. */
    ORDERED,
    /** The picker stands where the work is and waits for its turn there. */
    WAITING,
    /** There will be no further order: whoever is concerned is told. */
    OVER
  }

  /** Who must have heard of a task that is over before it may be called ended. */
  enum Debt {
    /** The rack of a lift: its exposure, and what was taken. */
    RACK,
    /** The dewar or port: the picker needs it no more. */
    STATION
  }

  TaskRun {
    picked = List.copyOf(picked);
    missed = List.copyOf(missed);
    deliveries = List.copyOf(deliveries);
  }

  static TaskRun of(PickerTask task, Cause cause) {
    return new TaskRun(task, cause, Optional.empty(), List.of(), List.of(), List.of());
  }

  String taskId() {
    return task.taskId();
  }

  Stage stage(String standsAt) {
    if (order.isEmpty()) {
      return standsAt.equals(task.station()) ? Stage.WAITING : Stage.ELSEWHERE;
    }
    var last = order.get();
    if (last.end().isEmpty()) {
      return Stage.ORDERED;
    }
    return last.is(Purpose.TRAVEL) && last.ended(Outcome.SUCCEEDED) ? Stage.WAITING : Stage.OVER;
  }

  /**
   * Whom the picker owes word of its work. Not the rack, if the order was refused: it has not been
   * lifted. Not the dewar or port, if the order failed: the robot may still stand in it, and nobody
   * else must get it.
   */
  Set<Debt> debts() {
    var debts = EnumSet.noneOf(Debt.class);
    order.filter(o -> o.is(Purpose.WORK)).ifPresent(work -> addDebts(work, debts));
    return debts;
  }

  private void addDebts(OrderRun work, Set<Debt> debts) {
    if (task instanceof LiftTask && !work.ended(Outcome.REFUSED)) {
      debts.add(Debt.RACK);
    }
    if (!work.ended(Outcome.FAILED)) {
      debts.add(Debt.STATION);
    }
  }

  Optional<OrderEnded> end() {
    return order.flatMap(OrderRun::end);
  }

  /** Why the task did not succeed; empty if it did. */
  String fault() {
    return end().filter(e -> e.outcome() != Outcome.SUCCEEDED).map(TaskRun::words).orElse("");
  }

  private static String words(OrderEnded end) {
    return "order %s was %s: %s".formatted(end.orderId(), end.outcome(), end.fault());
  }

  TaskRun withOrder(OrderRun next) {
    return new TaskRun(task, cause, Optional.of(next), picked, missed, deliveries);
  }

  TaskRun withPicked(CarriedTube tube) {
    return new TaskRun(task, cause, order, plus(picked, tube), missed, deliveries);
  }

  TaskRun withMissed(MissedRequest request) {
    return new TaskRun(task, cause, order, picked, plus(missed, request), deliveries);
  }

  TaskRun withDelivery(Delivery delivery) {
    return new TaskRun(task, cause, order, picked, missed, plus(deliveries, delivery));
  }

  private static <T> List<T> plus(List<T> list, T more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  /** All that the task has brought about. */
  TaskEnded ended(PickerId picker, double rackTubeSeconds) {
    return new TaskEnded(
        picker,
        taskId(),
        end().map(OrderEnded::at).orElse(Instant.EPOCH),
        fault(),
        rackTubeSeconds,
        picked.stream().map(CarriedTube::served).toList(),
        missed,
        deliveries);
  }
}
