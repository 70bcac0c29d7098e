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
  private final Set<Integer> dewars;
  private final Map<Integer, InstanceRack> racks;
  private final Set<Integer> tubes;
  private final Set<Integer> ports;

  References(
      List<InstanceDewar> dewars,
      List<InstanceRack> racks,
      List<InstanceTube> tubes,
      List<InstancePort> ports) {
    this.dewars = ids("dewars", dewars, InstanceDewar::id);
    this.racks = byId("racks", racks, InstanceRack::id);
    this.tubes = ids("tubes", tubes, InstanceTube::id);
    this.ports = ids("ports", ports, InstancePort::id);
    racks.forEach(r -> known("dewar", this.dewars, r.dewar(), "rack " + r.id()));
    tubes.forEach(t -> levelExists(t.rack(), t.level(), "tube " + t.id()));
  }

  void check(List<InstancePicker> pickers, List<InstanceJob> jobs, List<TubeReturn> returns) {
    ids("pickers", pickers, InstancePicker::id);
    ids("jobs", jobs, InstanceJob::id);
    ids("requests", jobs.stream().flatMap(j -> j.requests().stream()).toList(), Request::id);
    pickers.forEach(this::reachExists);
    jobs.forEach(this::alternativesExist);
    returns.forEach(r -> levelExists(r.rack(), r.level(), "return of tube " + r.tube()));
  }

  private void reachExists(InstancePicker picker) {
    picker.dewars().forEach(d -> known("dewar", dewars, d, "picker " + picker.id()));
    picker.ports().forEach(o -> known("port", ports, o, "picker " + picker.id()));
  }

  private void alternativesExist(InstanceJob job) {
    job.port().ifPresent(o -> known("port", ports, o, "job " + job.id()));
    for (var request : job.requests()) {
      request.alternatives().forEach(t -> known("tube", tubes, t, "request " + request.id()));
    }
  }

  private void levelExists(int rack, int level, String where) {
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
