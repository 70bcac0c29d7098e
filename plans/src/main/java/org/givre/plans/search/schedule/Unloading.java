package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Port;
import org.givre.plans.search.model.Problem;
import org.jspecify.annotations.Nullable;

/** Chooses where a picker unloads, what, and in which order. */
final class Unloading {
  private static final Comparator<Cargo> URGENT_FIRST =
      Comparator.comparingDouble(Unloading::deadline)
          .thenComparingDouble(Unloading::due)
          .thenComparingDouble(Cargo::since)
          .thenComparingInt(Cargo::tube);

  private final Problem problem;
  private final Timetable timetable;

  Unloading(Problem problem, Timetable timetable) {
    this.problem = problem;
    this.timetable = timetable;
  }

  /**
   * A port and what goes there now.
   *
   * @param start earliest
   * @param end of the unload
   */
  record Stop(Port port, List<Cargo> cargo, double start, double end) {}

  /** The stop that delivers most, and of those the one that ends first; null without any. */
  @Nullable Stop best(PickerState state) {
    Stop best = null;
    for (int index : state.picker.ports) {
      var port = problem.ports[index];
      var cargo = cargoFor(state, port);
      if (cargo.isEmpty()) {
        continue;
      }
      double start = timetable.unloadStart(state, port, cargo.size());
      var stop = new Stop(port, cargo, start, start + timetable.unloadSeconds(cargo.size()));
      if (best == null || betterThan(stop, best)) {
        best = stop;
      }
    }
    return best;
  }

  private static boolean betterThan(Stop stop, Stop best) {
    int more = stop.cargo().size() - best.cargo().size();
    return more > 0 || (more == 0 && stop.end() < best.end());
  }

  private static List<Cargo> cargoFor(PickerState state, Port port) {
    var cargo = new ArrayList<Cargo>();
    for (var each : state.load) {
      if (goesTo(each, port)) {
        cargo.add(each);
      }
    }
    cargo.sort(URGENT_FIRST);
    return cargo.size() <= port.bufferTubes ? cargo : cargo.subList(0, port.bufferTubes);
  }

  private static boolean goesTo(Cargo cargo, Port port) {
    if (cargo.returnTo() != null) {
      return false;
    }
    var demand = cargo.demand();
    return demand == null || demand.job.port == Job.ANY_PORT || demand.job.port == port.index;
  }

  /** When the tubes of {@code state}'s load must be delivered at the latest. */
  static double earliestDeadline(PickerState state) {
    double earliest = Double.POSITIVE_INFINITY;
    for (var cargo : state.load) {
      earliest = Math.min(earliest, deadline(cargo));
    }
    return earliest;
  }

  private static double deadline(Cargo cargo) {
    var demand = cargo.demand();
    return demand == null ? Double.POSITIVE_INFINITY : demand.job.deadline;
  }

  private static double due(Cargo cargo) {
    var demand = cargo.demand();
    return demand == null ? Double.POSITIVE_INFINITY : demand.job.due;
  }
}
