package org.givre.orchestrator.planfile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Window;

/** What stands in an instance's store to JSON: dewars, racks and tubes. */
final class StoreWriter {
  private StoreWriter() {}

  static void dewar(ObjectNode json, InstanceDewar dewar) {
    json.put("id", dewar.id());
    json.put("x_m", dewar.xMetres());
    json.put("y_m", dewar.yMetres());
    json.put("lift_weight", dewar.liftWeight());
    json.put("level_pitch_m", dewar.levelPitchMetres());
    json.put("lift_speed_mps", dewar.liftMetresPerSecond());
    json.put("carousel_slots", dewar.carouselSlots());
    json.put("carousel_start_slot", dewar.carouselStartSlot());
    json.put("carousel_s_per_slot", dewar.carouselSecondsPerSlot());
    dewar
        .park()
        .ifPresent(
            park ->
                json.putObject("park")
                    .put("eject_s", park.ejectSeconds())
                    .put("insert_s", park.insertSeconds())
                    .put("chamber_weight", park.chamberWeight()));
    windows(json.putArray("unavailable"), dewar.unavailable());
  }

  static void rack(ObjectNode json, InstanceRack rack) {
    json.put("id", rack.id());
    json.put("dewar", rack.dewar());
    json.put("slot", rack.slot());
    InstanceWriter.integers(json.putArray("box_tubes"), rack.boxTubes());
    limits(json.putArray("box_min_budget_s"), rack.boxMinBudgetSeconds());
    limits(json.putArray("box_max_out_s"), rack.boxMaxOutSeconds());
    json.put("recool_ratio", rack.recoolRatio());
    json.put("not_before_s", rack.notBeforeSeconds());
  }

  private static void limits(ArrayNode json, List<Double> limits) {
    for (double limit : limits) {
      if (limit == Double.POSITIVE_INFINITY) {
        json.addNull();
      } else {
        json.add(limit);
      }
    }
  }

  static void tube(ObjectNode json, InstanceTube tube) {
    json.put("id", tube.id());
    json.put("rack", tube.rack());
    json.put("level", tube.level());
    json.put("budget_s", tube.budgetSeconds());
  }

  static void windows(ArrayNode json, List<Window> windows) {
    for (var window : windows) {
      json.addObject().put("from_s", window.fromSeconds()).put("to_s", window.toSeconds());
    }
  }
}
