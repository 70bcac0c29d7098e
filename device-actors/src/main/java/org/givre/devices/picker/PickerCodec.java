package org.givre.devices.picker;

import java.util.Optional;
import org.givre.devices.action.ActionMessage;
import org.givre.devices.journal.EventCodec;
import org.givre.devices.journal.Micros;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.store.TubeId;
import org.givre.protocols.journal.v1.Envelope;
import org.givre.protocols.journal.v1.EpochStarted;
import org.givre.protocols.journal.v1.OrderAccepted;
import org.givre.protocols.journal.v1.OrderCreated;
import org.givre.protocols.journal.v1.OrderEnded;
import org.givre.protocols.journal.v1.PickerActed;
import org.givre.protocols.journal.v1.TaskConcluded;
import org.givre.protocols.journal.v1.TaskRecalled;
import org.givre.protocols.journal.v1.TaskTaken;
import org.givre.protocols.journal.v1.TubeMissed;
import org.givre.protocols.journal.v1.TubePicked;
import org.givre.protocols.journal.v1.TubePlaced;
import org.givre.protocols.journal.v1.TubeUnloaded;

/** Translates the events of pickers to and from {@code journal/v1/picker.proto}. */
public final class PickerCodec implements EventCodec<PickerEvent> {
  @Override
  public Class<PickerEvent> type() {
    return PickerEvent.class;
  }

  @Override
  public void write(PickerEvent event, Envelope.Builder envelope) {
    var message = envelope.getPickerBuilder();
    if (event instanceof PickerEvent.EpochStarted started) {
      message.setEpochStarted(EpochStarted.newBuilder().setEpoch(started.epoch()));
    } else if (event instanceof PickerEvent.TaskTaken taken) {
      message.setTaskTaken(TaskTaken.newBuilder().setTask(TaskMessage.of(taken.task())));
    } else if (event instanceof PickerEvent.OrderCreated created) {
      message.setOrderCreated(toMessage(created));
    } else if (event instanceof PickerEvent.OrderAccepted accepted) {
      message.setOrderAccepted(OrderAccepted.newBuilder().setOrderId(accepted.orderId()));
    } else if (event instanceof PickerEvent.TubePicked picked) {
      message.setTubePicked(toMessage(picked));
    } else if (event instanceof PickerEvent.TubeMissed missed) {
      message.setTubeMissed(toMessage(missed));
    } else if (event instanceof PickerEvent.TubeUnloaded unloaded) {
      message.setTubeUnloaded(toMessage(unloaded));
    } else if (event instanceof PickerEvent.OrderEnded ended) {
      message.setOrderEnded(toMessage(ended));
    } else if (event instanceof PickerEvent.TaskConcluded concluded) {
      message.setTaskConcluded(TaskConcluded.newBuilder().setTaskId(concluded.taskId()));
    } else if (event instanceof PickerEvent.TaskRecalled recalled) {
      message.setTaskRecalled(TaskRecalled.newBuilder().setTaskId(recalled.taskId()));
    } else if (event instanceof PickerEvent.TubePlaced placed) {
      message.setTubePlaced(toMessage(placed));
    } else if (event instanceof PickerEvent.PickerActed acted) {
      message.setPickerActed(toMessage(acted));
    } else {
      throw EventCodec.noMessageFor(event);
    }
  }

  @Override
  public Optional<PickerEvent> read(Envelope envelope) {
    var message = envelope.getPicker();
    return switch (message.getEventCase()) {
      case EPOCH_STARTED ->
          Optional.of(new PickerEvent.EpochStarted(message.getEpochStarted().getEpoch()));
      case TASK_TAKEN ->
          Optional.of(
              new PickerEvent.TaskTaken(TaskMessage.toTask(message.getTaskTaken().getTask())));
      case ORDER_CREATED -> Optional.of(created(message.getOrderCreated()));
      case ORDER_ACCEPTED ->
          Optional.of(new PickerEvent.OrderAccepted(message.getOrderAccepted().getOrderId()));
      case TUBE_PICKED -> Optional.of(picked(message.getTubePicked()));
      case TUBE_MISSED -> Optional.of(missed(message.getTubeMissed()));
      case TUBE_UNLOADED -> Optional.of(unloaded(message.getTubeUnloaded()));
      case ORDER_ENDED -> Optional.of(ended(message.getOrderEnded()));
      case TASK_CONCLUDED ->
          Optional.of(new PickerEvent.TaskConcluded(message.getTaskConcluded().getTaskId()));
      case TASK_RECALLED ->
          Optional.of(new PickerEvent.TaskRecalled(message.getTaskRecalled().getTaskId()));
      case TUBE_PLACED -> Optional.of(placed(message.getTubePlaced()));
      case PICKER_ACTED -> Optional.of(acted(message.getPickerActed()));
      case EVENT_NOT_SET -> Optional.empty();
    };
  }

  private static OrderCreated toMessage(PickerEvent.OrderCreated created) {
    return OrderCreated.newBuilder()
        .setOrderId(created.orderId())
        .setSequence(created.sequence())
        .setEpoch(created.epoch())
        .setPurpose(OrderCreated.Purpose.valueOf(created.purpose().name()))
        .setStation(created.station())
        .addAllSlots(created.slots())
        .build();
  }

  private static PickerEvent created(OrderCreated message) {
    return new PickerEvent.OrderCreated(
        message.getOrderId(),
        message.getSequence(),
        message.getEpoch(),
        PickerEvent.Purpose.valueOf(message.getPurpose().name()),
        message.getStation(),
        message.getSlotsList());
  }

  private static TubePicked toMessage(PickerEvent.TubePicked picked) {
    return TubePicked.newBuilder()
        .setOrderId(picked.orderId())
        .setStep(picked.step())
        .setBarcode(picked.tube().value())
        .addAllMotions(MotionMessage.of(picked.motions()))
        .build();
  }

  private static PickerEvent picked(TubePicked message) {
    return new PickerEvent.TubePicked(
        message.getOrderId(),
        message.getStep(),
        new TubeId(message.getBarcode()),
        MotionMessage.toMotions(message.getMotionsList()));
  }

  private static TubeMissed toMessage(PickerEvent.TubeMissed missed) {
    return TubeMissed.newBuilder()
        .setOrderId(missed.orderId())
        .setStep(missed.step())
        .setBarcode(missed.tube().value())
        .setFinding(missed.finding().name())
        .addAllMotions(MotionMessage.of(missed.motions()))
        .build();
  }

  private static PickerEvent missed(TubeMissed message) {
    return new PickerEvent.TubeMissed(
        message.getOrderId(),
        message.getStep(),
        new TubeId(message.getBarcode()),
        Finding.valueOf(message.getFinding()),
        MotionMessage.toMotions(message.getMotionsList()));
  }

  private static TubeUnloaded toMessage(PickerEvent.TubeUnloaded unloaded) {
    return TubeUnloaded.newBuilder()
        .setOrderId(unloaded.orderId())
        .setStep(unloaded.step())
        .setBarcode(unloaded.tube().value())
        .setSlot(unloaded.slot())
        .addAllMotions(MotionMessage.of(unloaded.motions()))
        .build();
  }

  private static PickerEvent unloaded(TubeUnloaded message) {
    return new PickerEvent.TubeUnloaded(
        message.getOrderId(),
        message.getStep(),
        new TubeId(message.getBarcode()),
        message.getSlot(),
        MotionMessage.toMotions(message.getMotionsList()));
  }

  private static OrderEnded toMessage(PickerEvent.OrderEnded ended) {
    return OrderEnded.newBuilder()
        .setOrderId(ended.orderId())
        .setOutcome(OrderEnded.Outcome.valueOf(ended.outcome().name()))
        .setAtMicros(Micros.of(ended.at()))
        .setFault(ended.fault())
        .addAllMotions(MotionMessage.of(ended.motions()))
        .build();
  }

  private static PickerEvent ended(OrderEnded message) {
    return new PickerEvent.OrderEnded(
        message.getOrderId(),
        PickerEvent.Outcome.valueOf(message.getOutcome().name()),
        Micros.toInstant(message.getAtMicros()),
        message.getFault(),
        MotionMessage.toMotions(message.getMotionsList()));
  }

  private static TubePlaced toMessage(PickerEvent.TubePlaced placed) {
    return TubePlaced.newBuilder()
        .setOrderId(placed.orderId())
        .setStep(placed.step())
        .setBarcode(placed.tube().value())
        .addAllMotions(MotionMessage.of(placed.motions()))
        .build();
  }

  private static PickerEvent placed(TubePlaced message) {
    return new PickerEvent.TubePlaced(
        message.getOrderId(),
        message.getStep(),
        new TubeId(message.getBarcode()),
        MotionMessage.toMotions(message.getMotionsList()));
  }

  private static PickerActed toMessage(PickerEvent.PickerActed acted) {
    var message = PickerActed.newBuilder().setAction(ActionMessage.of(acted.action()));
    acted.foundAt().ifPresent(message::setFoundAt);
    return message.build();
  }

  private static PickerEvent acted(PickerActed message) {
    return new PickerEvent.PickerActed(
        ActionMessage.toAction(message.getAction()),
        message.hasFoundAt() ? Optional.of(message.getFoundAt()) : Optional.empty());
  }
}
