package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.view.JobPlan;

/** A job's plan as JSON. */
final class PlanJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlanJson() {}

  static ObjectNode of(JobPlan plan) {
    var json = NODES.objectNode();
    figures(plan.figures(), json);
    var steps = json.putArray("steps");
    plan.steps().forEach(step -> steps.add(step(step)));
    PlanVersionJson.write(plan.versions(), json);
    return json;
  }

  /** What is said of a plan as a whole. */
  static void figures(JobPlan.Figures figures, ObjectNode json) {
    json.put("version", figures.version()).put("cause", figures.cause());
    json.put("planner", figures.planner()).put("seed", figures.seed());
    json.put("exposureTubeSeconds", figures.exposureTubeSeconds());
    json.put("lowerBoundTubeSeconds", figures.lowerBoundTubeSeconds());
    json.set(
        "gapPercent",
        JobJson.gapPercent(figures.exposureTubeSeconds(), figures.lowerBoundTubeSeconds()));
    json.put("fifoTubeSeconds", figures.fifoTubeSeconds());
    var jobs = json.putArray("jobs");
    figures.jobs().forEach(job -> jobs.add(job.value()));
  }

  /** A task and how far it has come. */
  static ObjectNode step(JobPlan.Step step) {
    return task(step.task()).put("state", step.state().name());
  }

  /** A task, what it does and what that costs. */
  static ObjectNode task(PlannedTask planned) {
    var json = NODES.objectNode();
    json.put("picker", planned.picker().value());
    if (planned.task() instanceof LiftTask lift) {
      lift(lift, json);
    } else if (planned.task() instanceof UnloadTask unload) {
      json.put("op", "unload").put("port", unload.port().value());
      var tubes = json.putArray("tubes");
      unload.tubes().forEach(tube -> tubes.add(tube.value()));
      json.put("why", "Delivers %s.".formatted(counted(unload.tubes().size(), "tube")));
    } else if (planned.task() instanceof PlaceTask place) {
      place(place, json);
    }
    json.put("startAt", planned.start().toString()).put("endAt", planned.end().toString());
    json.put("exposureTubeSeconds", planned.exposureTubeSeconds());
    return json;
  }

  private static void place(PlaceTask place, ObjectNode json) {
    json.put("op", "place").put("dewar", place.dewar().value());
    json.put("rack", place.rack().value());
    var places = json.putArray("places");
    for (var tube : place.places()) {
      places
          .addObject()
          .put("job", tube.job().value())
          .put("item", tube.request())
          .put("tube", tube.tube().id().value())
          .put("level", tube.level())
          .put("well", tube.well().label());
    }
    var count = place.places().size();
    json.put(
        "why",
        "Puts %s back into %s."
            .formatted(counted(count, "tube"), count == 1 ? "its well" : "their wells"));
  }

  private static void lift(LiftTask lift, ObjectNode json) {
    json.put("op", "lift").put("mode", lift.mode().name().toLowerCase(Locale.ROOT));
    json.put("dewar", lift.dewar().value()).put("rack", lift.rack().value());
    var picks = json.putArray("picks");
    lift.picks().forEach(pick -> picks.add(pick(pick)));
    json.put("why", why(lift.picks()));
  }

  private static String why(List<TubeToPick> picks) {
    var jobs = picks.stream().map(TubeToPick::job).distinct().count();
    return "Takes %s for %s in one lift."
        .formatted(counted(picks.size(), "tube"), counted(jobs, "job"));
  }

  private static String counted(long number, String what) {
    return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
  }

  private static ObjectNode pick(TubeToPick pick) {
    return NODES
        .objectNode()
        .put("job", pick.job().value())
        .put("item", pick.request())
        .put("tube", pick.tube().value())
        .put("level", pick.level())
        .put("well", pick.well().label());
  }
}
