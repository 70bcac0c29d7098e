package org.givre.orchestrator.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.givre.devices.picker.PickerEvent.EpochStarted;
import org.givre.devices.picker.PickerEvent.OrderAccepted;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.Outcome;
import org.givre.devices.picker.PickerEvent.PickerActed;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TaskConcluded;
import org.givre.devices.picker.PickerEvent.TaskRecalled;
import org.givre.devices.picker.PickerEvent.TaskTaken;
import org.givre.devices.picker.PickerEvent.TubeMissed;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerEvent.TubeUnloaded;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.store.TubeId;

/** Public forms of what happens to pickers and to the tubes they handle. */
record PickerShapes(ConcernedJobs concerned) {
  void addTo(EventShapes shapes) {
    shapes
        .publish(EpochStarted.class, PickerShapes::connected)
        .publish(TaskTaken.class, this::busy)
        .publish(OrderCreated.class, this::ordered)
        .keepSilent(OrderAccepted.class)
        .publish(TubePicked.class, this::picked)
        .publish(TubePlaced.class, this::placed)
        .publish(TubeMissed.class, this::missed)
        .publish(TubeUnloaded.class, this::unloaded)
        .publish(OrderEnded.class, this::ended)
        .publish(TaskRecalled.class, (e, at) -> ofTask("device.recalled", e.taskId(), at))
        .publish(TaskConcluded.class, (e, at) -> ofTask("device.available", e.taskId(), at))
        .publish(PickerActed.class, ActionShape::ofDevice);
  }

  private static Draft draft(FeedEvent at, String type) {
    return Draft.of(at, type).device(at.owner());
  }

  private static Draft connected(EpochStarted e, FeedEvent at) {
    return draft(at, "device.connected").body(body -> body.put("epoch", e.epoch()));
  }

  private Draft busy(TaskTaken e, FeedEvent at) {
    return draft(at, "device.busy")
        .jobs(concerned.of(e.task(), at.offset()))
        .body(body -> task(e.task(), body));
  }

  private Draft ordered(OrderCreated e, FeedEvent at) {
    return draft(at, typeOf(e))
        .jobs(concerned.ofOrder(e.orderId(), at.offset()))
        .body(
            body -> {
              body.put("order", e.orderId());
              if (e.purpose() == Purpose.TRAVEL) {
                body.put("station", e.station());
              } else {
                concerned.taskOfOrder(e.orderId()).ifPresent(task -> task(task, body));
              }
            });
  }

  private String typeOf(OrderCreated e) {
    if (e.purpose() == Purpose.TRAVEL) {
      return "device.travelling";
    }
    var unloads =
        concerned.taskOfOrder(e.orderId()).map(UnloadTask.class::isInstance).orElse(false);
    return unloads ? "unload.started" : "lift.started";
  }

  private Draft picked(TubePicked e, FeedEvent at) {
    return handled(draft(at, "tube.picked"), e.tube(), at)
        .body(body -> body.put("order", e.orderId()).put("tube", e.tube().value()));
  }

  private Draft placed(TubePlaced e, FeedEvent at) {
    return handled(draft(at, "tube.placed"), e.tube(), at)
        .body(
            body -> {
              body.put("order", e.orderId()).put("tube", e.tube().value());
              placeTask(e.orderId()).ifPresent(task -> well(task, e.tube(), body));
            });
  }

  private Optional<PlaceTask> placeTask(String orderId) {
    return concerned
        .taskOfOrder(orderId)
        .filter(PlaceTask.class::isInstance)
        .map(PlaceTask.class::cast);
  }

  private static void well(PlaceTask task, TubeId tube, ObjectNode body) {
    task.places().stream()
        .filter(place -> place.tube().id().equals(tube))
        .findFirst()
        .ifPresent(
            place ->
                body.put("dewar", task.dewar().value())
                    .put("rack", task.rack().value())
                    .put("level", place.level())
                    .put("well", place.well().label()));
  }

  /** A tube whose well was taken is still in the carrier: where it is, is known. */
  private Draft missed(TubeMissed e, FeedEvent at) {
    var kept = e.finding() == Finding.MISMATCH && placeTask(e.orderId()).isPresent();
    return draft(at, kept ? "tube.unplaced" : "tube.unverified")
        .tube(e.tube())
        .jobs(concerned.ofOrder(e.orderId(), at.offset()))
        .body(
            body ->
                body.put("order", e.orderId())
                    .put("tube", e.tube().value())
                    .put("finding", e.finding().name()));
  }

  private Draft unloaded(TubeUnloaded e, FeedEvent at) {
    return handled(draft(at, "tube.delivered"), e.tube(), at)
        .body(
            body -> {
              body.put("order", e.orderId()).put("tube", e.tube().value()).put("slot", e.slot());
              portOf(e.orderId()).ifPresent(port -> body.put("port", port));
            });
  }

  private Optional<String> portOf(String orderId) {
    return concerned
        .taskOfOrder(orderId)
        .flatMap(
            task ->
                task instanceof UnloadTask unload
                    ? Optional.of(unload.port().value())
                    : Optional.empty());
  }

  private Draft handled(Draft draft, TubeId tube, FeedEvent at) {
    concerned.ofTube(tube, at.offset()).ifPresent(draft::job);
    return draft.tubes(List.of(tube));
  }

  private Draft ended(OrderEnded e, FeedEvent at) {
    var type = e.outcome() == Outcome.SUCCEEDED ? "device.ready" : "device.fault";
    return draft(at, type)
        .jobs(concerned.ofOrder(e.orderId(), at.offset()))
        .body(
            body -> {
              body.put("order", e.orderId()).put("outcome", e.outcome().name());
              body.put("endedAt", e.at().toString());
              if (!e.fault().isEmpty()) {
                body.put("reason", e.fault());
              }
            });
  }

  private Draft ofTask(String type, String taskId, FeedEvent at) {
    return draft(at, type)
        .jobs(concerned.ofTask(taskId, at.offset()))
        .body(body -> body.put("task", taskId));
  }

  private static void task(PickerTask task, ObjectNode body) {
    body.put("task", task.taskId());
    if (task instanceof LiftTask lift) {
      body.put("op", "lift").put("dewar", lift.dewar().value()).put("rack", lift.rack().value());
      EventJson.put(body, "tubes", lift.picks().stream().map(pick -> pick.tube()).toList());
    } else if (task instanceof PlaceTask place) {
      body.put("op", "place").put("dewar", place.dewar().value()).put("rack", place.rack().value());
      EventJson.put(body, "tubes", place.tubes());
    } else if (task instanceof UnloadTask unload) {
      body.put("op", "unload").put("port", unload.port().value());
      EventJson.put(body, "tubes", unload.tubes());
    }
  }
}
