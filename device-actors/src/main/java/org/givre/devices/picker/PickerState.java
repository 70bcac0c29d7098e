package org.givre.devices.picker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.givre.devices.driver.Motion;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.Outcome;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TubeMissed;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerEvent.TubeUnloaded;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.picker.TaskRun.Stage;
import org.givre.plans.store.PortId;
import org.givre.plans.store.TubeId;

/**
 * What a picker remembers: an immutable value that events lead from one to the next.
 *
 * @param numbers of the session and the orders
 * @param station dewar or port where the picker stands; empty where that is not known
 * @param carrier what it carries, in the order it came in
 * @param run the task that it has
 * @param fitness whether it takes tasks
 * @param lastTask the last task that was concluded; empty before the first
 */
public record PickerState(
    Workplace workplace,
    Numbers numbers,
    String station,
    List<CarriedTube> carrier,
    Optional<TaskRun> run,
    Fitness fitness,
    String lastTask) {

  /**
   * What rises from session to session and from order to order.
   *
   * @param epoch of the last session with the driver; 0 before the first
   * @param sequence of the last order; 0 before the first
   */
  record Numbers(long epoch, long sequence) {}

  /**
   * Whether a picker takes tasks.
   *
   * @param fault why not; empty if it does
   * @param since when it last became available or busy, or came into fault
   */
  record Fitness(String fault, Instant since) {
    boolean inFault() {
      return !fault.isEmpty();
    }
  }

  /** How far it all is; when this changes, something is to be done. */
  record Milestone(String taskId, Stage stage, String orderId) {}

  public PickerState {
    carrier = List.copyOf(carrier);
  }

  static PickerState unused(Workplace workplace) {
    return new PickerState(
        workplace,
        new Numbers(0, 0),
        "",
        List.of(),
        Optional.empty(),
        new Fitness("", Instant.EPOCH),
        "");
  }

  PickerState epochStarted(long epoch) {
    return with(new Numbers(epoch, numbers.sequence()));
  }

  PickerState taskTaken(PickerTask task, Cause cause, Instant at) {
    return with(Optional.of(TaskRun.of(task, cause))).with(new Fitness(fitness.fault(), at));
  }

  PickerState orderCreated(OrderCreated created) {
    return with(new Numbers(numbers.epoch(), created.sequence()))
        .withRun(run -> run.withOrder(OrderRun.of(created, steps(run.task(), created))));
  }

  private List<MotionStep> steps(PickerTask task, OrderCreated created) {
    if (created.purpose() == Purpose.TRAVEL) {
      return WorkSteps.travel(created.station());
    }
    return task instanceof LiftTask lift
        ? WorkSteps.lift(lift, workplace.slot(lift.rack()))
        : WorkSteps.unload((UnloadTask) task, created.slots());
  }

  PickerState orderAccepted() {
    return withOrder(OrderRun::withAcceptance);
  }

  PickerState tubePicked(TubePicked event, Instant at) {
    var run = this.run.orElseThrow();
    var lift = (LiftTask) run.task();
    var pick = lift.pickOf(event.tube());
    var order =
        run.order()
            .orElseThrow()
            .withStep(event.step(), event.motions())
            .withMotionOf(Motion.Kind.PICK, pick.tube(), pick.level(), at);
    var tube = CarriedTube.of(pick, lift.rack(), order, workplace);
    var next = new ArrayList<>(carrier);
    next.add(tube);
    return withCarrier(next).with(Optional.of(run.withOrder(order).withPicked(tube)));
  }

  PickerState tubeMissed(TubeMissed event) {
    var left = withOrder(order -> order.withStep(event.step(), event.motions()));
    var run = left.run.orElseThrow();
    if (run.task() instanceof LiftTask lift) {
      var missed = lift.pickOf(event.tube()).missed(event.finding());
      return left.withRun(r -> r.withMissed(missed));
    }
    var missed = carried(event.tube()).missed(event.finding());
    return left.withRun(r -> r.withMissed(missed)).without(event.tube());
  }

  PickerState tubeUnloaded(TubeUnloaded event, Instant at) {
    var run = this.run.orElseThrow();
    var order =
        run.order()
            .orElseThrow()
            .withStep(event.step(), event.motions())
            .withMotionOf(Motion.Kind.UNLOAD, event.tube(), 0, at);
    var unload = order.motionOf(Motion.Kind.UNLOAD, event.tube()).orElseThrow();
    var port = new PortId(run.task().station());
    var delivery = carried(event.tube()).delivered(port, event.slot(), unload, workplace);
    return with(Optional.of(run.withOrder(order).withDelivery(delivery))).without(event.tube());
  }

  PickerState orderEnded(OrderEnded event, Instant at) {
    var ended = withOrder(order -> order.withEnd(event));
    var order = ended.run.flatMap(TaskRun::order).orElseThrow();
    var failed = event.outcome() == Outcome.FAILED || event.outcome() == Outcome.REFUSED;
    var fit = failed ? new Fitness(ended.run.orElseThrow().fault(), at) : fitness;
    return ended.with(fit).withStation(stationAfter(order.created(), event.outcome()));
  }

  private String stationAfter(OrderCreated order, Outcome outcome) {
    if (order.purpose() == Purpose.WORK || outcome == Outcome.REFUSED) {
      return station;
    }
    return outcome == Outcome.SUCCEEDED ? order.station() : "";
  }

  PickerState taskConcluded(String taskId, Instant at) {
    var since = fitness.inFault() ? fitness.since() : at;
    return new PickerState(
        workplace,
        numbers,
        station,
        carrier,
        Optional.empty(),
        new Fitness(fitness.fault(), since),
        taskId);
  }

  Optional<Milestone> milestone() {
    return run.map(r -> new Milestone(r.taskId(), r.stage(station), orderId(r)));
  }

  private static String orderId(TaskRun run) {
    return run.order().map(OrderRun::id).orElse("");
  }

  boolean at(Stage stage) {
    return run.filter(r -> r.stage(station) == stage).isPresent();
  }

  /** The order of that id, if it is open. */
  Optional<OrderRun> openOrder(String orderId) {
    return run.filter(r -> at(Stage.ORDERED))
        .flatMap(TaskRun::order)
        .filter(order -> order.id().equals(orderId));
  }

  /** The task of that id at that stage, if it is there. */
  Optional<TaskRun> runAt(Stage stage, String taskId) {
    return run.filter(r -> at(stage) && r.taskId().equals(taskId));
  }

  /** The tube of that barcode in the carrier. */
  CarriedTube carried(TubeId tube) {
    return carrier.stream()
        .filter(carried -> carried.tube().equals(tube))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Picker %s carries %s; tube %s was expected among them"
                        .formatted(
                            workplace.id(),
                            carrier.stream().map(CarriedTube::tube).toList(),
                            tube)));
  }

  PickerPicture picture() {
    return new PickerPicture(
        workplace.id(),
        fit(),
        fitness.since(),
        fitness.fault(),
        run.map(r -> r.task().station()).orElse(station),
        carrier.stream().map(CarriedTube::carried).toList(),
        run.map(TaskRun::task));
  }

  private PickerCommand.State fit() {
    if (fitness.inFault()) {
      return PickerCommand.State.FAULT;
    }
    return run.isPresent() ? PickerCommand.State.BUSY : PickerCommand.State.AVAILABLE;
  }

  private PickerState without(TubeId tube) {
    return withCarrier(carrier.stream().filter(c -> !c.tube().equals(tube)).toList());
  }

  private PickerState withOrder(UnaryOperator<OrderRun> change) {
    return withRun(r -> r.withOrder(change.apply(r.order().orElseThrow())));
  }

  private PickerState withRun(UnaryOperator<TaskRun> change) {
    return with(run.map(change));
  }

  private PickerState with(Numbers next) {
    return new PickerState(workplace, next, station, carrier, run, fitness, lastTask);
  }

  private PickerState withStation(String next) {
    return new PickerState(workplace, numbers, next, carrier, run, fitness, lastTask);
  }

  private PickerState withCarrier(List<CarriedTube> next) {
    return new PickerState(workplace, numbers, station, next, run, fitness, lastTask);
  }

  private PickerState with(Optional<TaskRun> next) {
    return new PickerState(workplace, numbers, station, carrier, next, fitness, lastTask);
  }

  private PickerState with(Fitness next) {
    return new PickerState(workplace, numbers, station, carrier, run, next, lastTask);
  }
}
