package org.givre.plans.instance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Checks that the lists of an instance name only what exists, once. A place is spelt only for a
 * complaint: the engine makes an instance for every plan.
 */
final class References {
  private final Map<Integer, InstanceDewar> dewars;
  private final Map<Integer, InstanceRack> racks;
  private final Map<Integer, InstanceTube> tubes;
  private final Map<Integer, InstancePort> ports;

  References(
      List<InstanceDewar> dewars,
      List<InstanceRack> racks,
      List<InstanceTube> tubes,
      List<InstancePort> ports) {
    this.dewars = byId("dewars", dewars, InstanceDewar::id);
    this.racks = byId("racks", racks, InstanceRack::id);
    this.tubes = byId("tubes", tubes, InstanceTube::id);
    this.ports = byId("ports", ports, InstancePort::id);
    each("racks", racks, this::slotExists);
    each("tubes", tubes, (tube, place) -> levelExists(tube.rack(), tube.level(), place));
  }

  void check(List<InstancePicker> pickers, List<InstanceJob> jobs, List<TubeReturn> returns) {
    byId("pickers", pickers, InstancePicker::id);
    byId("jobs", jobs, InstanceJob::id);
    each("pickers", pickers, this::reachExists);
    var requests = new HashSet<Integer>();
    each("jobs", jobs, (job, place) -> requestsExist(job, place, requests));
    each("returns", returns, (back, place) -> levelExists(back.rack(), back.level(), place));
  }

  private void slotExists(InstanceRack rack, Supplier<String> place) {
    var dewar = known("dewar", dewars, rack.dewar(), () -> place.get() + ".dewar");
    var slots = dewar.carouselSlots();
    if (rack.slot() >= slots) {
      throw new RefusedValue(
          place.get() + ".slot",
          "a slot of dewar %d, from 0 to %d".formatted(rack.dewar(), slots - 1),
          rack.slot());
    }
  }

  private void reachExists(InstancePicker picker, Supplier<String> place) {
    each(place, ".dewars", picker.dewars(), this::dewarExists);
    each(place, ".ports", picker.ports(), this::portExists);
  }

  private void requestsExist(InstanceJob job, Supplier<String> place, Set<Integer> seen) {
    job.port().ifPresent(id -> portExists(id, () -> place.get() + ".port"));
    each(
        place,
        ".requests",
        job.requests(),
        (request, at) -> {
          if (!seen.add(request.id())) {
            throw notItsOwn(at, "request before it", request.id());
          }
          each(at, ".alternatives", request.alternatives(), this::tubeExists);
        });
  }

  private void levelExists(int rack, int level, Supplier<String> place) {
    var levels = known("rack", racks, rack, () -> place.get() + ".rack").levels();
    if (level < 1 || level > levels) {
      throw new RefusedValue(
          place.get() + ".level",
          "a level of rack %d, from 1 to %d".formatted(rack, levels),
          level);
    }
  }

  private void dewarExists(int id, Supplier<String> place) {
    known("dewar", dewars, id, place);
  }

  private void portExists(int id, Supplier<String> place) {
    known("port", ports, id, place);
  }

  private void tubeExists(int id, Supplier<String> place) {
    known("tube", tubes, id, place);
  }

  private static <T> T known(String what, Map<Integer, T> listed, int id, Supplier<String> place) {
    var found = listed.get(id);
    if (found == null) {
      throw new RefusedValue(place.get(), "the id of a %s that is listed".formatted(what), id);
    }
    return found;
  }

  private static RefusedValue notItsOwn(Supplier<String> place, String what, int id) {
    return new RefusedValue(place.get() + ".id", "an id that no %s has".formatted(what), id);
  }

  private static <T> Map<Integer, T> byId(String list, List<T> values, ToIntFunction<T> id) {
    var seen = new HashMap<Integer, T>();
    each(
        list,
        values,
        (value, place) -> {
          if (seen.put(id.applyAsInt(value), value) != null) {
            throw notItsOwn(place, "entry before it", id.applyAsInt(value));
          }
        });
    return seen;
  }

  private static <T> void each(String list, List<T> values, Visit<T> visit) {
    each(() -> "", list, values, visit);
  }

  private static <T> void each(
      Supplier<String> above, String list, List<T> values, Visit<T> visit) {
    for (int i = 0; i < values.size(); i++) {
      var index = i;
      visit.to(values.get(i), () -> "%s%s[%d]".formatted(above.get(), list, index));
    }
  }

  @FunctionalInterface
  private interface Visit<T> {
    void to(T value, Supplier<String> place);
  }
}
