package org.givre.orchestrator.feed;

import org.givre.devices.dewar.DewarEvent.DewarActed;
import org.givre.devices.dewar.DewarEvent.OpeningGranted;
import org.givre.devices.dewar.DewarEvent.OpeningReleased;
import org.givre.devices.port.PortEvent.DockGranted;
import org.givre.devices.port.PortEvent.PortActed;
import org.givre.devices.port.PortEvent.ReceivedTube;
import org.givre.devices.port.PortEvent.TubesReceived;
import org.givre.plans.store.PickerId;

/** Public forms of what happens to dewars and ports: whose they are for the moment. */
record StationShapes(ConcernedJobs concerned) {
  void addTo(EventShapes shapes) {
    shapes
        .publish(OpeningGranted.class, (e, at) -> granted(e.taskId(), e.picker(), at))
        .publish(
            OpeningReleased.class,
            (e, at) ->
                released(e.taskId(), at)
                    .body(
                        body -> body.put("task", e.taskId()).put("carouselSlot", e.carouselSlot())))
        .publish(DewarActed.class, ActionShape::ofDevice)
        .publish(PortActed.class, ActionShape::ofDevice)
        .publish(DockGranted.class, (e, at) -> granted(e.taskId(), e.picker(), at))
        .publish(TubesReceived.class, this::received);
  }

  private Draft granted(String taskId, PickerId picker, FeedEvent at) {
    return Draft.of(at, "device.granted")
        .device(at.owner())
        .jobs(concerned.ofTask(taskId, at.offset()))
        .body(body -> body.put("task", taskId).put("picker", picker.value()));
  }

  private Draft released(String taskId, FeedEvent at) {
    return Draft.of(at, "device.released")
        .device(at.owner())
        .jobs(concerned.ofTask(taskId, at.offset()));
  }

  private Draft received(TubesReceived e, FeedEvent at) {
    var tubes = e.tubes().stream().map(ReceivedTube::tube).toList();
    return released(e.taskId(), at)
        .tubes(tubes)
        .body(
            body ->
                EventJson.put(
                    body.put("task", e.taskId()).put("clearedAt", e.cleared().toString()),
                    "tubes",
                    tubes));
  }
}
