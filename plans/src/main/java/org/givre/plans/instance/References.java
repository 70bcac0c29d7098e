package org.givre.plans.instance;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Checks that the lists of an instance name only what exists, once. */
final class References {
  private References() {}

  static void check(
      List<InstanceDewar> dewars,
      List<InstanceRack> racks,
      List<InstanceTube> tubes,
      List<InstancePicker> pickers,
      List<InstancePort> ports,
      List<InstanceJob> jobs,
      List<TubeReturn> returns) {
    var dewarIds = ids("dewars", dewars, InstanceDewar::id);
    var rackById = byId("racks", racks, InstanceRack::id);
    var tubeIds = ids("tubes", tubes, InstanceTube::id);
    var portIds = ids("ports", ports, InstancePort::id);
    ids("pickers", pickers, InstancePicker::id);
    ids("jobs", jobs, InstanceJob::id);
    ids("requests", jobs.stream().flatMap(j -> j.requests().stream()).toList(), Request::id);
    racks.forEach(r -> known("dewar", dewarIds, r.dewar(), "rack " + r.id()));
    tubes.forEach(t -> levelExists(rackById, t.rack(), t.level(), "tube " + t.id()));
    pickers.forEach(p -> reachExists(p, dewarIds, portIds));
    jobs.forEach(j -> alternativesExist(j, tubeIds, portIds));
    returns.forEach(r -> levelExists(rackById, r.rack(), r.level(), "return of tube " + r.tube()));
  }

  private static void reachExists(InstancePicker picker, Set<Integer> dewars, Set<Integer> ports) {
    picker.dewars().forEach(d -> known("dewar", dewars, d, "picker " + picker.id()));
    picker.ports().forEach(o -> known("port", ports, o, "picker " + picker.id()));
  }

  private static void alternativesExist(InstanceJob job, Set<Integer> tubes, Set<Integer> ports) {
    job.port().ifPresent(o -> known("port", ports, o, "job " + job.id()));
    for (var request : job.requests()) {
      request.alternatives().forEach(t -> known("tube", tubes, t, "request " + request.id()));
    }
  }

  private static void levelExists(
      Map<Integer, InstanceRack> racks, int rack, int level, String where) {
    var found = racks.get(rack);
    if (found == null) {
      throw new IllegalArgumentException(where + " names rack " + rack + ", which is not listed");
    }
    if (level < 1 || level > found.levels()) {
      throw new IllegalArgumentException(
          "%s is at level %d of rack %d, which has levels 1 to %d"
              .formatted(where, level, rack, found.levels()));
    }
  }

  private static void known(String what, Set<Integer> ids, int id, String where) {
    if (!ids.contains(id)) {
      throw new IllegalArgumentException(
          "%s names %s %d, which is not listed".formatted(where, what, id));
    }
  }

  private static <T> Set<Integer> ids(String list, List<T> values, ToIntFunction<T> id) {
    var seen = new HashSet<Integer>();
    for (var value : values) {
      if (!seen.add(id.applyAsInt(value))) {
        throw new IllegalArgumentException(
            "id %d stands twice in %s".formatted(id.applyAsInt(value), list));
      }
    }
    return seen;
  }

  private static <T> Map<Integer, T> byId(String list, List<T> values, Function<T, Integer> id) {
    ids(list, values, id::apply);
    return values.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
