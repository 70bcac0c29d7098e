package org.givre.devices.picker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.Outcome;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.RackTask;

/**
 * A task under way, and what it has brought about.
 *
 * @param cause of the task
 * @param order the last order that was given for it
 * @param picked tubes that it has brought into the carrier
 * @param missed requests whose tube was not there, or whose well was taken
 * @param deliveries of tubes that it has unloaded
 * @param placed tubes that it has put into wells, as they were in the carrier
 * @param recalledAt when it was taken back
 */
record TaskRun(
    PickerTask task,
    Cause cause,
    Optional<OrderRun> order,
    List<CarriedTube> picked,
    List<MissedRequest> missed,
    List<Delivery> deliveries,
    List<CarriedTube> placed,
    Optional<Instant> recalledAt) {

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

  /** Who must have heard of a task that is over before it may be called ended, in this order. */
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
    placed = List.copyOf(placed);
  }

  static TaskRun of(PickerTask task, Cause cause) {
    return new TaskRun(
        task,
        cause,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  String taskId() {
    return task.taskId();
  }

  Stage stage(String standsAt) {
    if (order.filter(last -> last.end().isEmpty()).isPresent()) {
      return Stage.ORDERED;
    }
    if (!mayBegin()) {
      return Stage.OVER;
    }
    return order.isPresent() || standsAt.equals(task.station()) ? Stage.WAITING : Stage.ELSEWHERE;
  }

  /** Whether its work has not begun, and may do so still. */
  boolean mayBegin() {
    return recalledAt.isEmpty() && order.map(TaskRun::leadsToWork).orElse(true);
  }

  private static boolean leadsToWork(OrderRun last) {
    return last.is(Purpose.TRAVEL) && (last.end().isEmpty() || last.ended(Outcome.SUCCEEDED));
  }

  /**
   * Whom the picker owes word of its work. Not the rack, if the order was refused: it has not been
   * lifted. Not the dewar or port, if the order failed: the robot may still stand in it, and nobody
   * else must get it. A task that was taken back may have been given its turn already.
   */
  Set<Debt> debts() {
    var debts = EnumSet.noneOf(Debt.class);
    work().ifPresent(work -> addDebts(work, debts));
    if (recalledAt.isPresent()) {
      debts.add(Debt.STATION);
    }
    return debts;
  }

  /** The order to do the work, if it was given. */
  Optional<OrderRun> work() {
    return order.filter(last -> last.is(Purpose.WORK));
  }

  private void addDebts(OrderRun work, Set<Debt> debts) {
    if (task instanceof RackTask && !work.ended(Outcome.REFUSED)) {
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
    return new TaskRun(
        task, cause, Optional.of(next), picked, missed, deliveries, placed, recalledAt);
  }

  TaskRun withPicked(CarriedTube tube) {
    return new TaskRun(
        task, cause, order, plus(picked, tube), missed, deliveries, placed, recalledAt);
  }

  TaskRun withMissed(MissedRequest request) {
    return new TaskRun(
        task, cause, order, picked, plus(missed, request), deliveries, placed, recalledAt);
  }

  TaskRun withDelivery(Delivery delivery) {
    return new TaskRun(
        task, cause, order, picked, missed, plus(deliveries, delivery), placed, recalledAt);
  }

  TaskRun withPlaced(CarriedTube tube) {
    return new TaskRun(
        task, cause, order, picked, missed, deliveries, plus(placed, tube), recalledAt);
  }

  TaskRun withRecall(Instant at) {
    return new TaskRun(task, cause, order, picked, missed, deliveries, placed, Optional.of(at));
  }

  private static <T> List<T> plus(List<T> list, T more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  /** When it was over: at the end of its last order, or when it was taken back after that. */
  Instant endedAt() {
    return Stream.of(end().map(OrderEnded::at), recalledAt)
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** All that the task has brought about. */
  TaskEnded ended(Workplace workplace, double rackTubeSeconds) {
    return new TaskEnded(
        workplace.id(),
        taskId(),
        endedAt(),
        fault(),
        rackTubeSeconds,
        picked.stream().map(CarriedTube::served).toList(),
        missed,
        deliveries,
        returned(workplace),
        recalledAt.isPresent());
  }

  private List<Returned> returned(Workplace workplace) {
    return task instanceof PlaceTask place
        ? Placing.of(place, this, workplace).stream().map(Placing::returned).toList()
        : List.of();
  }
}
