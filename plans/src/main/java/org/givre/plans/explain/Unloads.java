package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.PlanOp;

/**
 * Puts right where tubes are unloaded after lifts have changed. A tube goes with its own stop where
 * that is still to come, else with the next stop at a port where it may go, else with one that is
 * added. Before a lift for which its carrier has no room, one is added, too. For one list of steps
 * only.
 */
final class Unloads {
  private final Catalogue catalogue;
  private final Map<Integer, Integer> stopOfTube;
  private final Set<Integer> hurried;
  private final Map<Integer, Carrying> pickers = new HashMap<>();
  private final Map<Integer, Integer> requestOf = new HashMap<>();

  /** Stops that are still to come, and whose they are. */
  private final Map<Integer, Integer> toCome = new HashMap<>();

  private final List<Step> settled = new ArrayList<>();
  private int nextNumber;

  /**
   * For steps that are still as they were, or not.
   *
   * @param stopOfTube number of the unload that a tube is to go with
   * @param hurried tubes that go with the first stop there is, before others
   * @param nextNumber of the first stop that is added
   */
  Unloads(
      Catalogue catalogue, Map<Integer, Integer> stopOfTube, Set<Integer> hurried, int nextNumber) {
    this.catalogue = catalogue;
    this.stopOfTube = stopOfTube;
    this.hurried = hurried;
    this.nextNumber = nextNumber;
    for (var picker : catalogue.instance().pickers()) {
      pickers.put(picker.id(), new Carrying(picker));
      for (var carried : picker.initialLoad()) {
        carried.request().ifPresent(request -> requestOf.put(carried.tube(), request));
      }
    }
  }

  List<Step> settle(List<Step> steps) {
    for (var step : steps) {
      if (step.op() instanceof PlanOp.Unload) {
        toCome.put(step.number(), step.op().picker());
      }
    }
    steps.forEach(this::settle);
    for (var picker : catalogue.instance().pickers()) {
      empty(Optional.ofNullable(pickers.get(picker.id())).orElseThrow());
    }
    return settled;
  }

  private void settle(Step step) {
    var found = Optional.ofNullable(pickers.get(step.op().picker()));
    if (found.isEmpty()) {
      settled.add(step);
    } else if (step.op() instanceof PlanOp.Lift lift) {
      lift(step, lift, found.get());
    } else if (step.op() instanceof PlanOp.Unload unload) {
      unload(step.number(), unload, found.get());
    } else {
      var place = (PlanOp.Place) step.op();
      settled.add(step);
      place.places().forEach(placed -> found.get().tubes.remove((Integer) placed.tube()));
      atRack(place.rack(), found.get());
    }
  }

  private void lift(Step step, PlanOp.Lift lift, Carrying picker) {
    if (!picker.hasRoomFor(lift.picks().size())) {
      empty(picker);
    }
    settled.add(step);
    atRack(lift.rack(), picker);
    for (var pick : lift.picks()) {
      requestOf.put(pick.tube(), pick.request());
      picker.tubes.add(pick.tube());
    }
  }

  private void atRack(int rack, Carrying picker) {
    catalogue.dewarOf(rack).ifPresent(dewar -> picker.wasAt(dewar.xMetres(), dewar.yMetres()));
  }

  /** Those in a hurry, then those of the stop in its order, then those that have missed theirs. */
  private void unload(int number, PlanOp.Unload unload, Carrying picker) {
    toCome.remove(number);
    var tubes = new ArrayList<Integer>();
    add(tubes, picker.tubes, unload.port(), hurried::contains);
    add(tubes, unload.tubes(), unload.port(), picker.tubes::contains);
    add(tubes, picker.tubes, unload.port(), tube -> hasNoStop(tube, picker));
    stop(number, picker, unload.port(), tubes);
  }

  private void add(List<Integer> to, List<Integer> tubes, int port, Predicate<Integer> wanted) {
    tubes.stream()
        .filter(tube -> !to.contains(tube) && wanted.test(tube) && mayGoTo(tube, port))
        .toList()
        .forEach(to::add);
  }

  /** As many as the port's buffer holds; the others go on. */
  private void stop(int number, Carrying picker, int portId, List<Integer> tubes) {
    int room = catalogue.port(portId).map(InstancePort::bufferTubes).orElse(tubes.size());
    var first = List.copyOf(tubes.subList(0, Math.min(room, tubes.size())));
    if (!first.isEmpty()) {
      settled.add(new Step(number, new PlanOp.Unload(picker.picker.id(), 0, portId, first)));
      picker.tubes.removeAll(new HashSet<>(first));
      catalogue.port(portId).ifPresent(port -> picker.wasAt(port.xMetres(), port.yMetres()));
    }
  }

  private boolean hasNoStop(int tube, Carrying picker) {
    var stop = stopOfTube.get(tube);
    return stop == null || toCome.getOrDefault(stop, -1) != picker.picker.id();
  }

  private boolean mayGoTo(int tube, int port) {
    var request = requestOf.get(tube);
    return request != null && catalogue.mayGoTo(request, port);
  }

  /** Adds stops until nothing is left in the carrier that any port in reach would take. */
  private void empty(Carrying picker) {
    var port = nearestFor(picker);
    while (port.isPresent()) {
      int where = port.get().id();
      stop(
          nextNumber++,
          picker,
          where,
          picker.tubes.stream().filter(t -> mayGoTo(t, where)).toList());
      port = nearestFor(picker);
    }
  }

  private Optional<InstancePort> nearestFor(Carrying picker) {
    return picker.picker.ports().stream()
        .flatMap(id -> catalogue.port(id).stream())
        .filter(port -> picker.tubes.stream().anyMatch(tube -> mayGoTo(tube, port.id())))
        .min(Comparator.comparingDouble(picker::wayTo));
  }
}
