package org.givre.orchestrator.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.TubesFreed;
import org.givre.devices.rack.RackEvent.TubesImported;
import org.givre.devices.rack.RackEvent.TubesReserved;
import org.givre.devices.rack.RackEvent.WellsKept;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** Public forms of what happens to racks. */
record RackShapes(ConcernedJobs concerned) {
  void addTo(EventShapes shapes) {
    shapes
        .publish(TubesImported.class, RackShapes::imported)
        .publish(TubesReserved.class, (e, at) -> setAside("tube.reserved", e.job(), e.tubes(), at))
        .publish(TubesFreed.class, (e, at) -> setAside("tube.freed", e.job(), e.tubes(), at))
        .publish(WellsKept.class, RackShapes::kept)
        .publish(RackLifted.class, this::lifted);
  }

  private static Draft imported(TubesImported e, FeedEvent at) {
    return Draft.of(at, "inventory.imported")
        .device(at.owner())
        .tubes(e.tubes().stream().map(standing -> standing.tube().id()).toList())
        .body(
            body ->
                body.put("importId", e.importId())
                    .put("rack", at.owner())
                    .put("count", e.tubes().size()));
  }

  private static Draft setAside(String type, JobId job, List<TubeId> tubes, FeedEvent at) {
    return Draft.of(at, type)
        .job(job)
        .device(at.owner())
        .tubes(tubes)
        .body(body -> EventJson.put(body.put("rack", at.owner()), "tubes", tubes));
  }

  private static Draft kept(WellsKept e, FeedEvent at) {
    return Draft.of(at, "well.kept")
        .job(e.job())
        .device(at.owner())
        .tubes(e.tubes().stream().map(standing -> standing.tube().id()).toList())
        .body(
            body -> {
              var wells = body.put("rack", at.owner()).putArray("wells");
              for (var standing : e.tubes()) {
                wells
                    .addObject()
                    .put("tube", standing.tube().id().value())
                    .put("level", standing.level())
                    .put("well", standing.well().label());
              }
            });
  }

  private Draft lifted(RackLifted e, FeedEvent at) {
    var tubes = new ArrayList<TubeId>();
    e.taken().forEach(taken -> tubes.add(taken.tube()));
    e.missed().forEach(missed -> tubes.add(missed.tube()));
    e.placed().forEach(placed -> tubes.add(placed.standing().tube().id()));
    return Draft.of(at, "lift.ended")
        .jobs(concerned.ofTask(e.taskId(), at.offset()))
        .device(e.picker().value())
        .tubes(tubes)
        .body(body -> lift(e, at.owner(), body));
  }

  private static void lift(RackLifted e, String rack, ObjectNode body) {
    body.put("task", e.taskId()).put("rack", rack);
    body.put("startedAt", e.started().toString()).put("endedAt", e.ended().toString());
    body.put("tubeSeconds", e.tubeSeconds());
    var boxes = body.putArray("boxes");
    for (var box : e.boxes()) {
      boxes
          .addObject()
          .put("seconds", box.seconds())
          .put("weightedSeconds", box.weightedSeconds())
          .put("count", box.tubes());
    }
    EventJson.put(body, "taken", e.taken().stream().map(taken -> taken.tube()).toList());
    EventJson.put(body, "missed", e.missed().stream().map(missed -> missed.tube()).toList());
    EventJson.put(body, "placed", e.placed().stream().map(p -> p.standing().tube().id()).toList());
  }
}
