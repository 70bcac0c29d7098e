package org.givre.orchestrator.dispatch.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Standing;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.TubeReturn;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/**
 * Describes a store and the work that waits as a planning instance: {@code planning.md}, section
 * 12. Only racks with a candidate take part.
 *
 * <p>Assumption: a port's buffer is taken as empty but for batches of this plan; a batch that finds
 * it full waits at the port.
 */
public final class InstanceBuilder {
  private final StoreDefinition store;

  public InstanceBuilder(StoreDefinition store) {
    this.store = store;
  }

  /** The problem for one round. */
  public PlanningProblem build(PlanningInput input) {
    var obstacles = new Obstacles(input.clock().origin());
    if (input.carriers().held()) {
      input.carriers().offers().keySet().forEach(job -> obstacles.block(job, "site-held", "", ""));
    }
    var access = new StationAccess(store, input);
    var loads = new CarrierLoads(input, access, obstacles);
    var finder = new TubeFinder(store, input, access);
    var waiting = sorter(finder, input, obstacles).sort();
    var jobs = new JobsInPlan(store, input, loads, waiting);
    var standing = standing(waiting);
    var names = new PlanNames(store, tubes(standing, loads), jobs.ids(), jobs.requests());
    var racks = racks(input, standing, loads, names);
    var site = new SiteInPlan(store, input, names, loads);
    var instance =
        new Instance(
            input.name(),
            0,
            0,
            store.weights(),
            store.prices(),
            store.timing(),
            site.dewars(),
            racks,
            tubes(standing, loads, names, racks),
            site.pickers(),
            site.ports(),
            jobs.inInstance(names, input.clock()),
            returns(loads, names));
    return new PlanningProblem(
        instance,
        names,
        input.clock(),
        found(standing),
        returning(input, loads),
        jobs.begun(),
        Optional.empty(),
        loads.nextLimit(),
        obstacles);
  }

  private RequestSorter sorter(TubeFinder finder, PlanningInput input, Obstacles obstacles) {
    return new RequestSorter(finder, input, new AllowedPickers(store, input), obstacles);
  }

  private static List<TubeReturn> returns(CarrierLoads loads, PlanNames names) {
    return loads.toPutBack().stream().map(tube -> goesBack(tube, names)).toList();
  }

  private static TubeReturn goesBack(LoadedTube tube, PlanNames names) {
    var origin = tube.origin();
    return new TubeReturn(names.id(tube.tube()), names.id(origin.rack()), origin.level());
  }

  private static SortedMap<TubeId, Returning> returning(PlanningInput input, CarrierLoads loads) {
    var returning = new TreeMap<TubeId, Returning>();
    for (var load : loads.toPutBack()) {
      var tube = Optional.ofNullable(input.contents().get(load.tube())).orElseThrow();
      returning.put(load.tube(), new Returning(tube, load.origin(), load.request()));
    }
    return returning;
  }

  private static SortedMap<TubeId, Standing> standing(List<WaitingRequest> waiting) {
    var standing = new TreeMap<TubeId, Standing>();
    waiting.stream()
        .flatMap(request -> request.candidates().stream())
        .forEach(candidate -> standing.put(candidate.found().tube().id(), candidate));
    return standing;
  }

  private static SortedMap<TubeId, Found> found(SortedMap<TubeId, Standing> standing) {
    var found = new TreeMap<TubeId, Found>();
    standing.forEach((tube, where) -> found.put(tube, where.found()));
    return found;
  }

  private static SortedSet<TubeId> tubes(SortedMap<TubeId, Standing> standing, CarrierLoads loads) {
    var tubes = new TreeSet<>(standing.keySet());
    loads.all().forEach(carried -> tubes.add(carried.tube()));
    return tubes;
  }

  /** A tube on its way to a port must name some rack and level; no rule looks at it. */
  private static List<InstanceTube> tubes(
      SortedMap<TubeId, Standing> standing,
      CarrierLoads loads,
      PlanNames names,
      List<InstanceRack> racks) {
    var tubes = new ArrayList<InstanceTube>();
    standing.forEach(
        (id, where) -> tubes.add(tube(names, id, names.id(where.rack()), where.found().level())));
    loads.toDeliver().forEach(load -> tubes.add(tube(names, load.tube(), racks.get(0).id(), 1)));
    for (var load : loads.toPutBack()) {
      tubes.add(tube(names, load.tube(), names.id(load.origin().rack()), load.origin().level()));
    }
    return tubes;
  }

  private static InstanceTube tube(PlanNames names, TubeId tube, int rack, int level) {
    return new InstanceTube(names.id(tube), rack, level, InstanceTube.UNLIMITED_SECONDS);
  }

  private List<InstanceRack> racks(
      PlanningInput input,
      SortedMap<TubeId, Standing> standing,
      CarrierLoads loads,
      PlanNames names) {
    var freezing = new Freezing(input);
    var involved = new TreeSet<RackId>();
    standing.values().forEach(where -> involved.add(where.rack()));
    loads.toPutBack().forEach(load -> involved.add(load.origin().rack()));
    var racks = new ArrayList<InstanceRack>();
    involved.forEach(rack -> racks.add(rack(rack, input, freezing, names)));
    if (racks.isEmpty() && !loads.all().isEmpty()) {
      racks.add(emptyRack(names));
    }
    return racks;
  }

  private InstanceRack rack(RackId rack, PlanningInput input, Freezing freezing, PlanNames names) {
    var dewar = store.dewarOf(rack).orElseThrow();
    var picture = Optional.ofNullable(input.picture().racks().get(rack)).orElseThrow();
    var boxTubes = new ArrayList<>(picture.boxTubes());
    for (var pick : input.runningPicks()) {
      var found = Optional.ofNullable(picture.found().get(pick.tube()));
      found.ifPresent(f -> boxTubes.set(f.level() - 1, boxTubes.get(f.level() - 1) - 1));
    }
    for (var place : input.runningPlaces(rack)) {
      boxTubes.set(place.level() - 1, boxTubes.get(place.level() - 1) + 1);
    }
    var cap = dewar.boxMaxOutSeconds().orElse(Double.POSITIVE_INFINITY);
    return new InstanceRack(
        names.id(rack),
        names.id(dewar.id()),
        dewar.racks().indexOf(rack),
        boxTubes,
        Collections.nCopies(boxTubes.size(), Double.POSITIVE_INFINITY),
        Collections.nCopies(boxTubes.size(), cap),
        dewar.recoolRatio(),
        Math.max(
            input.clock().seconds(picture.notBefore()),
            freezing.recooledFrom(rack, dewar.recoolRatio())));
  }

  /** Stands for the rack that carried tubes came from, where nothing else needs a rack. */
  private InstanceRack emptyRack(PlanNames names) {
    var rack = store.dewarByRack().firstKey();
    var dewar = store.dewarOf(rack).orElseThrow();
    return new InstanceRack(
        names.id(rack),
        names.id(dewar.id()),
        dewar.racks().indexOf(rack),
        List.of(0),
        List.of(Double.POSITIVE_INFINITY),
        List.of(Double.POSITIVE_INFINITY),
        0,
        0);
  }
}
