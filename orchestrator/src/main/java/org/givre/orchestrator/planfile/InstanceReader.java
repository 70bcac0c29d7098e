package org.givre.orchestrator.planfile;

import java.util.List;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.TubeReturn;
import org.givre.plans.instance.Weights;

/** JSON to an instance: the whole, pickers, ports and jobs. */
final class InstanceReader {
  private final boolean mayReturn;

  private InstanceReader(boolean mayReturn) {
    this.mayReturn = mayReturn;
  }

  static Instance instance(LocatedJson json) {
    var format = json.at("format").textOr("");
    if (!format.equals(InstanceFile.FORMAT_1) && !format.equals(InstanceFile.FORMAT_2)) {
      throw json.at("format")
          .expected("\"%s\" or \"%s\"".formatted(InstanceFile.FORMAT_1, InstanceFile.FORMAT_2));
    }
    return new InstanceReader(format.equals(InstanceFile.FORMAT_2)).whole(json);
  }

  private Instance whole(LocatedJson json) {
    return new Instance(
        json.at("name").text(),
        json.at("seed").longOr(0),
        json.at("now_s").numberOr(0),
        weights(json.at("weights")),
        prices(json.at("secondary")),
        timing(json.at("timing")),
        json.at("dewars").list(StoreReader::dewar),
        json.at("racks").list(StoreReader::rack),
        json.at("tubes").list(StoreReader::tube),
        json.at("pickers").list(this::picker),
        json.at("ports").list(InstanceReader::port),
        json.at("jobs").list(InstanceReader::job),
        mayReturn ? json.at("returns").list(InstanceReader::tubeReturn) : List.of());
  }

  private static Weights weights(LocatedJson json) {
    var silent = Weights.DEFAULT;
    return json.isAbsent()
        ? silent
        : json.mapped(
            j ->
                new Weights(
                    j.at("transfer").numberOr(silent.transfer()),
                    j.at("carrier").numberOr(silent.carrier()),
                    j.at("port").numberOr(silent.port())));
  }

  private static Prices prices(LocatedJson json) {
    var silent = Prices.DEFAULT;
    return json.isAbsent()
        ? silent
        : json.mapped(
            j ->
                new Prices(
                    j.at("makespan_ts_per_s").numberOr(silent.makespanTubeSecondsPerSecond()),
                    j.at("tardiness_ts_per_s").numberOr(silent.tardinessTubeSecondsPerSecond())));
  }

  private static Timing timing(LocatedJson json) {
    var silent = Timing.DEFAULT;
    return json.isAbsent()
        ? silent
        : json.mapped(
            j ->
                new Timing(
                    j.at("grip_s").numberOr(silent.gripSeconds()),
                    j.at("release_s").numberOr(silent.releaseSeconds()),
                    j.at("settle_s").numberOr(silent.settleSeconds()),
                    j.at("pick_s").numberOr(silent.pickSeconds()),
                    j.at("dock_s").numberOr(silent.dockSeconds()),
                    j.at("unload_s").numberOr(silent.unloadSeconds()),
                    j.at("travel_overhead_s").numberOr(silent.travelOverheadSeconds()),
                    j.at("place_s").numberOr(silent.placeSeconds())));
  }

  private InstancePicker picker(LocatedJson json) {
    return new InstancePicker(
        json.at("id").integer(),
        json.at("x_m").number(),
        json.at("y_m").number(),
        json.at("speed_x_mps").numberOr(0.6),
        json.at("speed_y_mps").numberOr(0.6),
        json.at("carrier_capacity_tubes").integerOr(24),
        json.at("dewars").requiredList(LocatedJson::integer),
        json.at("ports").requiredList(LocatedJson::integer),
        json.at("available_from_s").numberOr(0),
        json.at("unavailable").list(StoreReader::window),
        json.at("initial_load").list(this::carried));
  }

  private CarriedTube carried(LocatedJson json) {
    var request = json.at("request");
    if (request.isAbsent() && !mayReturn) {
      throw request.expected("an integer (only %s has returns)".formatted(InstanceFile.FORMAT_2));
    }
    return new CarriedTube(request.optionalInteger(), json.at("tube").integer());
  }

  private static InstancePort port(LocatedJson json) {
    return new InstancePort(
        json.at("id").integer(),
        json.at("x_m").number(),
        json.at("y_m").number(),
        json.at("clear_s").numberOr(60),
        json.at("buffer_capacity_tubes").integerOr(96),
        json.at("unavailable").list(StoreReader::window));
  }

  private static InstanceJob job(LocatedJson json) {
    return new InstanceJob(
        json.at("id").integer(),
        json.at("priority").numberOr(1),
        json.at("release_s").numberOr(0),
        json.at("due_s").optionalNumber(),
        json.at("deadline_s").optionalNumber(),
        json.at("port").optionalInteger(),
        json.at("pickers").list(LocatedJson::integer),
        json.at("requests").list(InstanceReader::request));
  }

  private static Request request(LocatedJson json) {
    return new Request(
        json.at("id").integer(), json.at("alternatives").requiredList(LocatedJson::integer));
  }

  private static TubeReturn tubeReturn(LocatedJson json) {
    return new TubeReturn(
        json.at("tube").integer(), json.at("rack").integer(), json.at("level").integer());
  }
}
