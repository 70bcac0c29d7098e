package org.givre.plans.search;

import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Motion;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Tube;

/**
 * When a request could be delivered if nothing else had to be done: no plan delivers it earlier.
 */
final class EarliestDelivery {
  private final Problem problem;

  EarliestDelivery(Problem problem) {
    this.problem = problem;
  }

  /** Seconds on the instance's clock; infinite when nobody can deliver it. */
  double of(Demand demand) {
    double earliest = Double.POSITIVE_INFINITY;
    for (var tube : demand.alternatives) {
      int[] levels = {tube.level};
      double pick = problem.timing.pickSeconds();
      double lift = Motion.held(tube.rack, problem.timing, levels, pick).seconds;
      for (var picker : problem.pickers) {
        if (problem.serves(picker, demand, tube.rack)) {
          double gripped = gripped(demand, tube, picker);
          earliest = Math.min(earliest, gripped + lift + delivering(demand, tube, picker));
        }
      }
    }
    return earliest;
  }

  private double gripped(Demand demand, Tube tube, Picker picker) {
    var dewar = tube.rack.dewar;
    double free = Math.max(problem.now, picker.availableFrom);
    double there = free + picker.travelSeconds(picker.x, picker.y, dewar.x, dewar.y);
    double start = Math.max(there, Math.max(demand.job.release, tube.rack.notBefore));
    return start + problem.timing.gripSeconds();
  }

  private double delivering(Demand demand, Tube tube, Picker picker) {
    var dewar = tube.rack.dewar;
    double way = Double.POSITIVE_INFINITY;
    for (int index : picker.ports) {
      var port = problem.ports[index];
      if (demand.job.port == Job.ANY_PORT || demand.job.port == index) {
        way = Math.min(way, picker.travelSeconds(dewar.x, dewar.y, port.x, port.y));
      }
    }
    return way + problem.timing.dockSeconds() + problem.timing.unloadSeconds();
  }
}
