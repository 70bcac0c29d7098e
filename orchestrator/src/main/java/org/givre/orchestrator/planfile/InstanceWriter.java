package org.givre.orchestrator.planfile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;

/** An instance to JSON: the whole, pickers, ports and jobs. Fields always in the same order. */
final class InstanceWriter {
  private InstanceWriter() {}

  static ObjectNode tree(Instance instance) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("format", hasReturns(instance) ? InstanceFile.FORMAT_2 : InstanceFile.FORMAT_1);
    json.put("name", instance.name());
    json.put("seed", instance.seed());
    json.put("now_s", instance.nowSeconds());
    weights(json.putObject("weights"), instance.weights());
    prices(json.putObject("secondary"), instance.prices());
    timing(json.putObject("timing"), instance.timing());
    var dewars = json.putArray("dewars");
    instance.dewars().forEach(dewar -> StoreWriter.dewar(dewars.addObject(), dewar));
    var racks = json.putArray("racks");
    instance.racks().forEach(rack -> StoreWriter.rack(racks.addObject(), rack));
    var tubes = json.putArray("tubes");
    instance.tubes().forEach(tube -> StoreWriter.tube(tubes.addObject(), tube));
    work(json, instance);
    return json;
  }

  private static boolean hasReturns(Instance instance) {
    return !instance.returns().isEmpty()
        || instance.pickers().stream()
            .flatMap(picker -> picker.initialLoad().stream())
            .anyMatch(carried -> carried.request().isEmpty());
  }

  private static void work(ObjectNode json, Instance instance) {
    var pickers = json.putArray("pickers");
    instance.pickers().forEach(picker -> picker(pickers.addObject(), picker));
    var ports = json.putArray("ports");
    instance.ports().forEach(port -> port(ports.addObject(), port));
    var jobs = json.putArray("jobs");
    instance.jobs().forEach(job -> job(jobs.addObject(), job));
    if (hasReturns(instance)) {
      returns(json.putArray("returns"), instance);
    }
  }

  private static void weights(ObjectNode json, Weights weights) {
    json.put("transfer", weights.transfer());
    json.put("carrier", weights.carrier());
    json.put("port", weights.port());
  }

  private static void prices(ObjectNode json, Prices prices) {
    json.put("makespan_ts_per_s", prices.makespanTubeSecondsPerSecond());
    json.put("tardiness_ts_per_s", prices.tardinessTubeSecondsPerSecond());
  }

  private static void timing(ObjectNode json, Timing timing) {
    json.put("grip_s", timing.gripSeconds());
    json.put("release_s", timing.releaseSeconds());
    json.put("settle_s", timing.settleSeconds());
    json.put("pick_s", timing.pickSeconds());
    json.put("dock_s", timing.dockSeconds());
    json.put("unload_s", timing.unloadSeconds());
    json.put("travel_overhead_s", timing.travelOverheadSeconds());
    json.put("place_s", timing.placeSeconds());
  }

  private static void picker(ObjectNode json, InstancePicker picker) {
    json.put("id", picker.id());
    json.put("x_m", picker.xMetres());
    json.put("y_m", picker.yMetres());
    json.put("speed_x_mps", picker.xMetresPerSecond());
    json.put("speed_y_mps", picker.yMetresPerSecond());
    json.put("carrier_capacity_tubes", picker.carrierTubes());
    integers(json.putArray("dewars"), picker.dewars());
    integers(json.putArray("ports"), picker.ports());
    json.put("available_from_s", picker.availableFromSeconds());
    StoreWriter.windows(json.putArray("unavailable"), picker.unavailable());
    var load = json.putArray("initial_load");
    for (var carried : picker.initialLoad()) {
      var entry = load.addObject();
      carried.request().ifPresent(request -> entry.put("request", request));
      entry.put("tube", carried.tube());
    }
  }

  private static void port(ObjectNode json, InstancePort port) {
    json.put("id", port.id());
    json.put("x_m", port.xMetres());
    json.put("y_m", port.yMetres());
    json.put("clear_s", port.clearSeconds());
    json.put("buffer_capacity_tubes", port.bufferTubes());
    StoreWriter.windows(json.putArray("unavailable"), port.unavailable());
  }

  private static void job(ObjectNode json, InstanceJob job) {
    json.put("id", job.id());
    json.put("priority", job.priority());
    json.put("release_s", job.releaseSeconds());
    job.dueSeconds().ifPresent(due -> json.put("due_s", due));
    job.deadlineSeconds().ifPresent(deadline -> json.put("deadline_s", deadline));
    job.port().ifPresent(port -> json.put("port", port));
    if (!job.pickers().isEmpty()) {
      integers(json.putArray("pickers"), job.pickers());
    }
    var requests = json.putArray("requests");
    job.requests().forEach(request -> request(requests.addObject(), request));
  }

  private static void request(ObjectNode json, Request request) {
    json.put("id", request.id());
    integers(json.putArray("alternatives"), request.alternatives());
  }

  private static void returns(ArrayNode json, Instance instance) {
    for (var back : instance.returns()) {
      json.addObject().put("tube", back.tube()).put("rack", back.rack()).put("level", back.level());
    }
  }

  static void integers(ArrayNode json, List<Integer> values) {
    values.forEach(value -> json.add(value.intValue()));
  }
}
