package org.givre.devices.picker;

import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.givre.protocols.journal.v1.LiftWork;
import org.givre.protocols.journal.v1.PlaceWork;
import org.givre.protocols.journal.v1.Task;
import org.givre.protocols.journal.v1.TubeToPick;
import org.givre.protocols.journal.v1.TubeToPlace;
import org.givre.protocols.journal.v1.UnloadWork;

/** Translates a picker's task to and from its protobuf form, which plans in the journal use too. */
public final class TaskMessage {
  private TaskMessage() {}

  /** The protobuf form of {@code task}. */
  public static Task of(PickerTask task) {
    var message = Task.newBuilder().setTaskId(task.taskId());
    if (task instanceof PickerTask.LiftTask lift) {
      message.setLift(toMessage(lift));
    } else if (task instanceof PickerTask.UnloadTask unload) {
      message.setUnload(toMessage(unload));
    } else if (task instanceof PickerTask.PlaceTask place) {
      message.setPlace(toMessage(place));
    }
    return message.build();
  }

  /**
   * The task in {@code message}.
   *
   * @throws IllegalArgumentException when it is of a kind that this release does not know
   */
  public static PickerTask toTask(Task message) {
    return switch (message.getWorkCase()) {
      case LIFT -> lift(message.getTaskId(), message.getLift());
      case UNLOAD -> unload(message.getTaskId(), message.getUnload());
      case PLACE -> place(message.getTaskId(), message.getPlace());
      case WORK_NOT_SET ->
          throw new IllegalArgumentException(
              "Task %s holds no work known here; it was written by a newer release"
                  .formatted(message.getTaskId()));
    };
  }

  private static LiftWork toMessage(PickerTask.LiftTask lift) {
    return LiftWork.newBuilder()
        .setDewar(lift.dewar().value())
        .setRack(lift.rack().value())
        .setMode(LiftWork.Mode.valueOf(lift.mode().name()))
        .addAllPicks(lift.picks().stream().map(TaskMessage::toMessage).toList())
        .build();
  }

  private static PickerTask lift(String taskId, LiftWork message) {
    return new PickerTask.LiftTask(
        taskId,
        new DewarId(message.getDewar()),
        new RackId(message.getRack()),
        LiftMode.valueOf(message.getMode().name()),
        message.getPicksList().stream().map(TaskMessage::pick).toList());
  }

  private static TubeToPick toMessage(PickerTask.TubeToPick pick) {
    return TubeToPick.newBuilder()
        .setBarcode(pick.tube().value())
        .setLevel(pick.level())
        .setWell(pick.well().label())
        .setJob(pick.job().value())
        .setRequest(pick.request())
        .build();
  }

  private static PickerTask.TubeToPick pick(TubeToPick message) {
    return new PickerTask.TubeToPick(
        new TubeId(message.getBarcode()),
        message.getLevel(),
        Well.parse(message.getWell()),
        new JobId(message.getJob()),
        message.getRequest());
  }

  private static UnloadWork toMessage(PickerTask.UnloadTask unload) {
    return UnloadWork.newBuilder()
        .setPort(unload.port().value())
        .addAllBarcodes(unload.tubes().stream().map(TubeId::value).toList())
        .build();
  }

  private static PickerTask unload(String taskId, UnloadWork message) {
    return new PickerTask.UnloadTask(
        taskId,
        new PortId(message.getPort()),
        message.getBarcodesList().stream().map(TubeId::new).toList());
  }

  private static PlaceWork toMessage(PickerTask.PlaceTask place) {
    return PlaceWork.newBuilder()
        .setDewar(place.dewar().value())
        .setRack(place.rack().value())
        .addAllPlaces(place.places().stream().map(TaskMessage::toMessage).toList())
        .build();
  }

  private static PickerTask place(String taskId, PlaceWork message) {
    return new PickerTask.PlaceTask(
        taskId,
        new DewarId(message.getDewar()),
        new RackId(message.getRack()),
        message.getPlacesList().stream().map(TaskMessage::place).toList());
  }

  private static TubeToPlace toMessage(PickerTask.TubeToPlace place) {
    return TubeToPlace.newBuilder()
        .setBarcode(place.tube().id().value())
        .setSpecimen(place.tube().specimen().value())
        .setMaterial(place.tube().material())
        .setAliquot(place.tube().aliquot())
        .setLevel(place.level())
        .setWell(place.well().label())
        .setJob(place.job().value())
        .setRequest(place.request())
        .build();
  }

  private static PickerTask.TubeToPlace place(TubeToPlace message) {
    return new PickerTask.TubeToPlace(
        new Tube(
            new TubeId(message.getBarcode()),
            new SpecimenId(message.getSpecimen()),
            message.getMaterial(),
            message.getAliquot()),
        message.getLevel(),
        Well.parse(message.getWell()),
        new JobId(message.getJob()),
        message.getRequest());
  }
}
