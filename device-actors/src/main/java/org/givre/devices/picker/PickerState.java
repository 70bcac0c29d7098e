package org.givre.devices.picker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.Outcome;
import org.givre.devices.picker.PickerEvent.PickerActed;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TubeMissed;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerEvent.TubeUnloaded;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.picker.TaskRun.Stage;
import org.givre.plans.store.TubeId;

/**
 * What a picker remembers: an immutable value that events lead from one to the next.
 *
 * @param numbers of the session and the orders
 * @param station dewar or port where the picker stands; empty where that is not known
 * @param carrier what it carries, in the order it came in
 * @param run the task that it has
 * @param fitness which tasks it takes
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

  /** How far it all is; when this changes, something is to be done. */
  record Milestone(String taskId, Stage stage, String orderId) {}

  public PickerState {
    carrier = List.copyOf(carrier);
  }

  static PickerState unused(Workplace workplace) {
    return new PickerState(
        workplace, new Numbers(0, 0), "", List.of(), Optional.empty(), Fitness.UNUSED, "");
  }

  PickerState epochStarted(long epoch) {
    return with(new Numbers(epoch, numbers.sequence()));
  }

  PickerState taskTaken(PickerTask task, Cause cause, Instant at) {
    return with(TaskRun.of(task, cause)).with(fitness.since(at));
  }

  PickerState taskRecalled(Instant at) {
    return withRun(run -> run.withRecall(at));
  }

  PickerState orderCreated(OrderCreated created) {
    return with(new Numbers(numbers.epoch(), created.sequence()))
        .withRun(run -> run.withOrder(OrderRun.of(created, steps(run.task(), created))));
  }

  private List<MotionStep> steps(PickerTask task, OrderCreated created) {
    if (created.purpose() == Purpose.TRAVEL) {
      return WorkSteps.travel(created.station());
    }
    if (task instanceof LiftTask lift) {
      return WorkSteps.lift(lift, workplace.slot(lift.rack()));
    }
    return task instanceof PlaceTask place
        ? WorkSteps.place(place, workplace.slot(place.rack()))
        : WorkSteps.unload((UnloadTask) task, created.slots());
  }

  PickerState orderAccepted() {
    return withOrder(OrderRun::withAcceptance);
  }

  PickerState tubePicked(TubePicked event, Instant at) {
    return TubeStep.of(this, event.step(), event.motions()).picked(event.tube(), at);
  }

  PickerState tubePlaced(TubePlaced event, Instant at) {
    return TubeStep.of(this, event.step(), event.motions()).placed(event.tube(), at);
  }

  PickerState tubeMissed(TubeMissed event) {
    return TubeStep.of(this, event.step(), event.motions()).missed(event);
  }

  PickerState tubeUnloaded(TubeUnloaded event, Instant at) {
    return TubeStep.of(this, event.step(), event.motions())
        .unloaded(event.tube(), event.slot(), at);
  }

  PickerState orderEnded(OrderEnded event, Instant at) {
    var ended = withOrder(order -> order.withEnd(event));
    var order = ended.run.flatMap(TaskRun::order).orElseThrow();
    var failed = event.outcome() == Outcome.FAILED || event.outcome() == Outcome.REFUSED;
    var fit = failed ? fitness.failed(ended.run.orElseThrow().fault(), at) : fitness;
    return ended.with(fit).withStation(stationAfter(order.created(), event.outcome()));
  }

  private String stationAfter(OrderCreated order, Outcome outcome) {
    if (order.purpose() == Purpose.WORK || outcome == Outcome.REFUSED) {
      return station;
    }
    return outcome == Outcome.SUCCEEDED ? order.station() : "";
  }

  PickerState taskConcluded(String taskId, Instant at) {
    var fit = fitness.inFault() ? fitness : fitness.since(at);
    return new PickerState(workplace, numbers, station, carrier, Optional.empty(), fit, taskId);
  }

  /** Where an action ended a fault, the robot has said where it stands. */
  PickerState acted(PickerActed event, Cause cause, Instant at) {
    return with(fitness.acted(event, cause.reason(), at))
        .withStation(event.foundAt().orElse(station));
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

  boolean carries(List<TubeId> tubes) {
    return carrier.stream().map(CarriedTube::tube).toList().containsAll(tubes);
  }

  PickerPicture picture() {
    var shown = fitness.state(run.isPresent(), !carrier.isEmpty());
    return new PickerPicture(
        workplace.id(),
        shown,
        fitness.sinceOf(shown),
        fitness.reasonOf(shown),
        run.map(r -> r.task().station()).orElse(station),
        carrier.stream().map(CarriedTube::carried).toList(),
        run.map(TaskRun::task),
        fitness.service());
  }

  PickerState plus(CarriedTube tube) {
    var more = new ArrayList<>(carrier);
    more.add(tube);
    return withCarrier(more);
  }

  PickerState without(TubeId tube) {
    return withCarrier(carrier.stream().filter(c -> !c.tube().equals(tube)).toList());
  }

  private PickerState withOrder(UnaryOperator<OrderRun> change) {
    return withRun(r -> r.withOrder(change.apply(r.order().orElseThrow())));
  }

  private PickerState withRun(UnaryOperator<TaskRun> change) {
    return with(change.apply(run.orElseThrow()));
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

  PickerState with(TaskRun next) {
    return new PickerState(
        workplace, numbers, station, carrier, Optional.of(next), fitness, lastTask);
  }

  private PickerState with(Fitness next) {
    return new PickerState(workplace, numbers, station, carrier, run, next, lastTask);
  }
}
