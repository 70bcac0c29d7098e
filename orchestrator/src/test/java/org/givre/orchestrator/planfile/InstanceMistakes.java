package org.givre.orchestrator.planfile;

import java.util.stream.Stream;

/** A good instance that says everything, and what can be wrong in it. */
public final class InstanceMistakes {
  /** Two levels, two jobs' worth of requests, one tube to deliver and one to put back. */
  public static final String GOOD =
      """
      {"format":"givre-plan-instance/2","name":"small","seed":3,"now_s":0,
       "weights":{"transfer":1,"carrier":0.02,"port":0.2},
       "secondary":{"makespan_ts_per_s":100,"tardiness_ts_per_s":10},
       "timing":{"grip_s":3,"release_s":2,"settle_s":1,"pick_s":5,"dock_s":3,"unload_s":2,
         "travel_overhead_s":2,"place_s":4},
       "dewars":[{"id":0,"x_m":1,"y_m":2,"lift_weight":1,"level_pitch_m":0.06,"lift_speed_mps":0.1,
         "carousel_slots":12,"carousel_start_slot":0,"carousel_s_per_slot":0.8,
         "park":{"eject_s":4,"insert_s":4,"chamber_weight":0.1},
         "unavailable":[{"from_s":1000,"to_s":2000}]},{"id":5,"x_m":3,"y_m":2}],
       "racks":[{"id":0,"dewar":0,"slot":3,"box_tubes":[4,5],"box_min_budget_s":[null,900],
         "box_max_out_s":[null,60],"recool_ratio":2,"not_before_s":0},
         {"id":4,"dewar":5,"slot":0,"box_tubes":[8]}],
       "tubes":[{"id":0,"rack":0,"level":2,"budget_s":900},{"id":1,"rack":0,"level":1},
         {"id":2,"rack":0,"level":1},{"id":3,"rack":0,"level":1}],
       "pickers":[{"id":0,"x_m":0,"y_m":0,"speed_x_mps":0.6,"speed_y_mps":0.6,
         "carrier_capacity_tubes":24,"dewars":[0],"ports":[7],"available_from_s":0,
         "unavailable":[{"from_s":100,"to_s":200}],
         "initial_load":[{"request":2,"tube":3},{"tube":1}]},
         {"id":1,"x_m":1,"y_m":1,"dewars":[5],"ports":[8]}],
       "ports":[{"id":7,"x_m":0,"y_m":0,"clear_s":60,"buffer_capacity_tubes":96,
         "unavailable":[{"from_s":1,"to_s":2}]},{"id":8,"x_m":4,"y_m":0}],
       "jobs":[{"id":0,"priority":1,"release_s":0,"due_s":9,"deadline_s":1000,"port":7,"pickers":[0],
         "requests":[{"id":0,"alternatives":[0,2]},{"id":2,"alternatives":[3]}]},{"id":1}],
       "returns":[{"tube":1,"rack":0,"level":1}]}""";

  /** Every field of the good instance; of lists of objects, the first that has most of them. */
  static final String FIELDS =
      """
      $.format TEXT
      $.name TEXT!
      $.seed LONG
      $.now_s NUMBER
      $.weights OBJECT
      $.weights.transfer AT_LEAST_0
      $.weights.carrier AT_LEAST_0
      $.weights.port AT_LEAST_0
      $.secondary OBJECT
      $.secondary.makespan_ts_per_s AT_LEAST_0
      $.secondary.tardiness_ts_per_s AT_LEAST_0
      $.timing OBJECT
      $.timing.grip_s AT_LEAST_0
      $.timing.release_s AT_LEAST_0
      $.timing.settle_s AT_LEAST_0
      $.timing.pick_s AT_LEAST_0
      $.timing.dock_s AT_LEAST_0
      $.timing.unload_s AT_LEAST_0
      $.timing.travel_overhead_s AT_LEAST_0
      $.timing.place_s AT_LEAST_0
      $.dewars LIST
      $.dewars[0] OBJECT!
      $.dewars[0].id INTEGER!
      $.dewars[0].x_m NUMBER!
      $.dewars[0].y_m NUMBER!
      $.dewars[0].lift_weight AT_LEAST_0
      $.dewars[0].level_pitch_m ABOVE_0
      $.dewars[0].lift_speed_mps ABOVE_0
      $.dewars[0].carousel_slots INTEGER
      $.dewars[0].carousel_start_slot INTEGER
      $.dewars[0].carousel_s_per_slot AT_LEAST_0
      $.dewars[0].park OBJECT
      $.dewars[0].park.eject_s AT_LEAST_0
      $.dewars[0].park.insert_s AT_LEAST_0
      $.dewars[0].park.chamber_weight AT_LEAST_0
      $.dewars[0].unavailable LIST
      $.dewars[0].unavailable[0] OBJECT!
      $.dewars[0].unavailable[0].from_s NUMBER!
      $.dewars[0].unavailable[0].to_s NUMBER!
      $.racks LIST
      $.racks[0] OBJECT!
      $.racks[0].id INTEGER!
      $.racks[0].dewar INTEGER!
      $.racks[0].slot INTEGER!
      $.racks[0].box_tubes LIST!
      $.racks[0].box_tubes[0] COUNT!
      $.racks[0].box_tubes[1] COUNT!
      $.racks[0].box_min_budget_s LIST
      $.racks[0].box_min_budget_s[0] NUMBER
      $.racks[0].box_min_budget_s[1] NUMBER
      $.racks[0].box_max_out_s LIST
      $.racks[0].box_max_out_s[0] NUMBER
      $.racks[0].box_max_out_s[1] NUMBER
      $.racks[0].recool_ratio AT_LEAST_0
      $.racks[0].not_before_s NUMBER
      $.tubes LIST
      $.tubes[0] OBJECT!
      $.tubes[0].id INTEGER!
      $.tubes[0].rack INTEGER!
      $.tubes[0].level INTEGER!
      $.tubes[0].budget_s NUMBER
      $.pickers LIST
      $.pickers[0] OBJECT!
      $.pickers[0].id INTEGER!
      $.pickers[0].x_m NUMBER!
      $.pickers[0].y_m NUMBER!
      $.pickers[0].speed_x_mps ABOVE_0
      $.pickers[0].speed_y_mps ABOVE_0
      $.pickers[0].carrier_capacity_tubes INTEGER
      $.pickers[0].dewars LIST!
      $.pickers[0].dewars[0] INTEGER!
      $.pickers[0].ports LIST!
      $.pickers[0].ports[0] INTEGER!
      $.pickers[0].available_from_s NUMBER
      $.pickers[0].unavailable LIST
      $.pickers[0].unavailable[0] OBJECT!
      $.pickers[0].unavailable[0].from_s NUMBER!
      $.pickers[0].unavailable[0].to_s NUMBER!
      $.pickers[0].initial_load LIST
      $.pickers[0].initial_load[0] OBJECT!
      $.pickers[0].initial_load[0].request INTEGER
      $.pickers[0].initial_load[0].tube INTEGER!
      $.ports LIST
      $.ports[0] OBJECT!
      $.ports[0].id INTEGER!
      $.ports[0].x_m NUMBER!
      $.ports[0].y_m NUMBER!
      $.ports[0].clear_s AT_LEAST_0
      $.ports[0].buffer_capacity_tubes INTEGER
      $.ports[0].unavailable LIST
      $.ports[0].unavailable[0] OBJECT!
      $.ports[0].unavailable[0].from_s NUMBER!
      $.ports[0].unavailable[0].to_s NUMBER!
      $.jobs LIST
      $.jobs[0] OBJECT!
      $.jobs[0].id INTEGER!
      $.jobs[0].priority AT_LEAST_0
      $.jobs[0].release_s NUMBER
      $.jobs[0].due_s NUMBER
      $.jobs[0].deadline_s NUMBER
      $.jobs[0].port INTEGER
      $.jobs[0].pickers LIST
      $.jobs[0].pickers[0] INTEGER!
      $.jobs[0].requests LIST
      $.jobs[0].requests[0] OBJECT!
      $.jobs[0].requests[0].id INTEGER!
      $.jobs[0].requests[0].alternatives LIST!
      $.jobs[0].requests[0].alternatives[0] INTEGER!
      $.jobs[0].requests[0].alternatives[1] INTEGER!
      $.returns LIST
      $.returns[0] OBJECT!
      $.returns[0].tube INTEGER!
      $.returns[0].rack INTEGER!
      $.returns[0].level INTEGER!
      """;

  /** What is of its kind but out of range, or names what is not there: path, value, complaint. */
  private static final String MEANINGS =
      """
      $.format|null|"givre-plan-instance/1" or "givre-plan-instance/2"
      $.format|nothing|"givre-plan-instance/1" or "givre-plan-instance/2"
      $.format|"givre-plan/2"|"givre-plan-instance/1" or "givre-plan-instance/2"
      $.dewars[1].id|0|an id that no entry before it has
      $.racks[1].id|0|an id that no entry before it has
      $.tubes[3].id|1|an id that no entry before it has
      $.pickers[1].id|0|an id that no entry before it has
      $.ports[1].id|7|an id that no entry before it has
      $.jobs[1].id|0|an id that no entry before it has
      $.jobs[0].requests[1].id|0|an id that no request before it has
      $.dewars[0].carousel_slots|0|an integer of at least 1
      $.dewars[0].carousel_start_slot|-1|an integer of at least 0
      $.dewars[0].carousel_start_slot|12|an integer below 12
      $.dewars[0].unavailable[0].to_s|999|an end that is not before from_s
      $.racks[0].dewar|1|the id of a dewar that is listed
      $.racks[0].slot|-1|an integer of at least 0
      $.racks[0].slot|12|a slot of dewar 0, from 0 to 11
      $.racks[0].box_min_budget_s|[900]|2 entries, one per level
      $.racks[0].box_max_out_s|[60,60,60]|2 entries, one per level
      $.racks[0].box_max_out_s[1]|-1|a number of at least 0
      $.tubes[0].rack|1|the id of a rack that is listed
      $.tubes[0].level|0|a level of rack 0, from 1 to 2
      $.tubes[0].level|3|a level of rack 0, from 1 to 2
      $.pickers[0].carrier_capacity_tubes|-1|an integer of at least 0
      $.pickers[0].dewars[0]|7|the id of a dewar that is listed
      $.pickers[0].ports[0]|0|the id of a port that is listed
      $.pickers[0].unavailable[0].to_s|99.5|an end that is not before from_s
      $.ports[0].buffer_capacity_tubes|0|an integer of at least 1
      $.ports[0].unavailable[0].to_s|-1|an end that is not before from_s
      $.jobs[0].port|9|the id of a port that is listed
      $.jobs[0].requests[0].alternatives|[]|at least one tube
      $.jobs[0].requests[0].alternatives[1]|9|the id of a tube that is listed
      $.returns[0].rack|9|the id of a rack that is listed
      $.returns[0].level|3|a level of rack 0, from 1 to 2
      """;

  /** Where the good instance contradicts itself: it can be judged, but not planned. */
  private static final String CONTRADICTIONS =
      """
      $.pickers[0].initial_load[0].request|nothing|a request, or tube 3 in returns
      $.pickers[0].initial_load[0].request|9|the id of a request that is listed
      $.pickers[0].initial_load[0].tube|0|an alternative of request 2
      $.pickers[0].initial_load[0].tube|9|an alternative of request 2
      $.pickers[0].initial_load[1].tube|3|a tube that is in no carrier yet
      $.pickers[0].initial_load[1].request|0|none, since tube 1 is in returns
      $.racks[0].box_tubes[1]|0|at least the 1 tubes that are listed in this box
      """;

  private InstanceMistakes() {}

  /** Fields that are not of their kind. */
  static Stream<Mistake> ofFields() {
    return Mistake.ofFields(FIELDS);
  }

  /** Fields that are of their kind, but out of range or unknown. */
  public static Stream<Mistake> ofMeaning() {
    return Mistake.ofMeanings(MEANINGS);
  }

  /** What makes an instance one that cannot be planned. */
  public static Stream<Mistake> contradictions() {
    return Mistake.ofMeanings(CONTRADICTIONS);
  }
}
