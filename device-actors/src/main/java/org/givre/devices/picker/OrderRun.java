package org.givre.devices.picker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.Outcome;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.store.TubeId;

/**
 * An order and what has been heard of it.
 *
 * @param accepted whether the device is known to have it
 * @param lastStep the last step that was reported; -1 before the first
 * @param motions all that the robot has reported
 */
record OrderRun(
    OrderCreated created,
    List<MotionStep> steps,
    boolean accepted,
    int lastStep,
    List<Motion> motions,
    Optional<OrderEnded> end) {
  private static final String NO_REASON = "the device gave no reason";

  OrderRun {
    steps = List.copyOf(steps);
    motions = List.copyOf(motions);
  }

  static OrderRun of(OrderCreated created, List<MotionStep> steps) {
    return new OrderRun(created, steps, false, -1, List.of(), Optional.empty());
  }

  String id() {
    return created.orderId();
  }

  boolean is(Purpose purpose) {
    return created.purpose() == purpose;
  }

  boolean ended(Outcome outcome) {
    return end.filter(e -> e.outcome() == outcome).isPresent();
  }

  /** As it is sent, in the session of {@code epoch}: the same steps under the same id, always. */
  MotionOrder toSend(long epoch) {
    return new MotionOrder(id(), created.sequence(), epoch, steps);
  }

  OrderRun withAcceptance() {
    return new OrderRun(created, steps, true, lastStep, motions, end);
  }

  OrderRun withStep(int step, List<Motion> more) {
    return new OrderRun(created, steps, true, step, joined(more), end);
  }

  OrderRun withEnd(OrderEnded ended) {
    return new OrderRun(
        created, steps, accepted, lastStep, joined(ended.motions()), Optional.of(ended));
  }

  private List<Motion> joined(List<Motion> more) {
    var all = new ArrayList<>(motions);
    all.addAll(more);
    return all;
  }

  /** With a {@code kind} of motion for {@code tube}, if it took no time and was not reported. */
  OrderRun withMotionOf(Motion.Kind kind, TubeId tube, int level, Instant otherwise) {
    if (motionOf(kind, tube).isPresent()) {
      return this;
    }
    var at = motions.isEmpty() ? otherwise : motions.get(motions.size() - 1).end();
    return withStep(lastStep, List.of(new Motion(kind, at, at, 0, level, tube.value())));
  }

  /** The last motion of that kind with {@code tube}. */
  Optional<Motion> motionOf(Motion.Kind kind, TubeId tube) {
    return motions.stream()
        .filter(motion -> motion.kind() == kind && motion.tube().equals(tube.value()))
        .reduce((earlier, later) -> later);
  }

  /** How many picks or places were tried before the last of {@code tube}. */
  int triesBefore(Motion.Kind kind, TubeId tube) {
    var tries = motions.stream().filter(motion -> motion.kind() == kind).toList();
    return IntStream.range(0, tries.size())
        .filter(i -> tries.get(i).tube().equals(tube.value()))
        .max()
        .orElseThrow();
  }

  /** What {@code report} adds to what is known; empty if nothing. */
  Optional<PickerEvent> news(DriverEvent report) {
    if (report instanceof DriverEvent.StepDone done) {
      return done.step() > lastStep ? stepNews(done) : Optional.empty();
    }
    if (report instanceof DriverEvent.Ended ended) {
      return end.isPresent() ? Optional.empty() : Optional.of(ended(ended));
    }
    return accepted ? Optional.empty() : Optional.of(new PickerEvent.OrderAccepted(id()));
  }

  /** Whether something must have been reported before {@code report} that was not heard here. */
  boolean misses(DriverEvent report) {
    var next = nextTubeStep();
    if (report instanceof DriverEvent.StepDone done) {
      return next.isPresent() && done.step() > next.getAsInt();
    }
    return report instanceof DriverEvent.Ended ended
        && ended.outcome() == DriverEvent.OrderOutcome.SUCCEEDED
        && next.isPresent();
  }

  private OptionalInt nextTubeStep() {
    return IntStream.range(lastStep + 1, steps.size())
        .filter(i -> movesTube(steps.get(i)))
        .findFirst();
  }

  private static boolean movesTube(MotionStep step) {
    return step instanceof MotionStep.PickTube
        || step instanceof MotionStep.PlaceTube
        || step instanceof MotionStep.Unload;
  }

  private Optional<PickerEvent> stepNews(DriverEvent.StepDone done) {
    var step = steps.get(done.step());
    if (step instanceof MotionStep.PickTube pick) {
      return Optional.of(picked(done, new TubeId(pick.tube())));
    }
    if (step instanceof MotionStep.PlaceTube place) {
      return Optional.of(placed(done, new TubeId(place.tube())));
    }
    if (step instanceof MotionStep.Unload unload) {
      return Optional.of(unloaded(done, new TubeId(unload.tube()), unload.slot()));
    }
    return Optional.empty();
  }

  private PickerEvent picked(DriverEvent.StepDone done, TubeId tube) {
    return done.outcome() == TubeOutcome.DONE
        ? new PickerEvent.TubePicked(id(), done.step(), tube, done.motions())
        : missed(done, tube);
  }

  private PickerEvent placed(DriverEvent.StepDone done, TubeId tube) {
    return done.outcome() == TubeOutcome.DONE
        ? new PickerEvent.TubePlaced(id(), done.step(), tube, done.motions())
        : missed(done, tube);
  }

  private PickerEvent unloaded(DriverEvent.StepDone done, TubeId tube, int slot) {
    return done.outcome() == TubeOutcome.DONE
        ? new PickerEvent.TubeUnloaded(id(), done.step(), tube, slot, done.motions())
        : missed(done, tube);
  }

  private PickerEvent missed(DriverEvent.StepDone done, TubeId tube) {
    var finding = done.outcome() == TubeOutcome.EMPTY ? Finding.EMPTY : Finding.MISMATCH;
    return new PickerEvent.TubeMissed(id(), done.step(), tube, finding, done.motions());
  }

  private PickerEvent ended(DriverEvent.Ended ended) {
    var outcome = Outcome.valueOf(ended.outcome().name());
    var fault = ended.fault().isEmpty() && outcome == Outcome.FAILED ? NO_REASON : ended.fault();
    return new OrderEnded(id(), outcome, ended.at(), fault, ended.motions());
  }
}
