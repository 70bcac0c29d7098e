package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
   * @param kept tubes that stay in the carrier
   * @param end of the unload
   */
  record Stop(Port port, List<Cargo> cargo, int kept, double end) {}

  /** The stop that delivers most, and of those the one that ends first; null without any. */
  @Nullable Stop best(PickerState state) {
    return stops(state)
        .min(Comparator.comparingInt(Stop::kept).thenComparingDouble(Stop::end))
        .orElse(null);
  }

  /** The stop at the nearest port that will do; null without any. */
  @Nullable Stop nearest(PickerState state) {
    return stops(state).min(Comparator.comparingDouble(stop -> travel(state, stop))).orElse(null);
  }

  private static double travel(PickerState state, Stop stop) {
    return state.picker.travelSeconds(state.x, state.y, stop.port().x, stop.port().y);
  }

  private Stream<Stop> stops(PickerState state) {
    return Arrays.stream(state.picker.ports)
        .mapToObj(index -> problem.ports[index])
        .map(port -> stop(state, port))
        .filter(stop -> !stop.cargo().isEmpty());
  }

  private Stop stop(PickerState state, Port port) {
    var cargo = cargoFor(state, port);
    double start = timetable.unloadStart(state, port, cargo.size());
    double end = start + timetable.unloadSeconds(cargo.size());
    return new Stop(port, cargo, state.load.size() - cargo.size(), end);
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
