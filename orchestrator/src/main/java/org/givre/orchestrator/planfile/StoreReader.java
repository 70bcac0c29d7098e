package org.givre.orchestrator.planfile;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Window;

/** JSON to what stands in an instance's store: dewars, racks and tubes. */
final class StoreReader {
  private StoreReader() {}

  static InstanceDewar dewar(LocatedJson json) {
    return new InstanceDewar(
        json.at("id").integer(),
        json.at("x_m").number(),
        json.at("y_m").number(),
        json.at("lift_weight").numberOr(1),
        json.at("level_pitch_m").numberOr(0.06),
        json.at("lift_speed_mps").numberOr(0.1),
        json.at("carousel_slots").integerOr(12),
        json.at("carousel_start_slot").integerOr(0),
        json.at("carousel_s_per_slot").numberOr(0.8),
        park(json.at("park")),
        json.at("unavailable").list(StoreReader::window));
  }

  private static Optional<Park> park(LocatedJson json) {
    return json.isAbsent()
        ? Optional.empty()
        : Optional.of(
            json.mapped(
                j ->
                    new Park(
                        j.at("eject_s").numberOr(4),
                        j.at("insert_s").numberOr(4),
                        j.at("chamber_weight").numberOr(0.1))));
  }

  static InstanceRack rack(LocatedJson json) {
    var boxTubes = json.at("box_tubes").requiredList(LocatedJson::count);
    return new InstanceRack(
        json.at("id").integer(),
        json.at("dewar").integer(),
        json.at("slot").integer(),
        boxTubes,
        limits(json.at("box_min_budget_s"), boxTubes.size()),
        limits(json.at("box_max_out_s"), boxTubes.size()),
        json.at("recool_ratio").numberOr(0),
        json.at("not_before_s").numberOr(0));
  }

  private static List<Double> limits(LocatedJson json, int levels) {
    return json.isAbsent()
        ? Collections.nCopies(levels, Double.POSITIVE_INFINITY)
        : json.list(limit -> limit.numberOr(Double.POSITIVE_INFINITY));
  }

  static InstanceTube tube(LocatedJson json) {
    return new InstanceTube(
        json.at("id").integer(),
        json.at("rack").integer(),
        json.at("level").integer(),
        json.at("budget_s").numberOr(InstanceTube.UNLIMITED_SECONDS));
  }

  static Window window(LocatedJson json) {
    return new Window(json.at("from_s").number(), json.at("to_s").number());
  }
}
