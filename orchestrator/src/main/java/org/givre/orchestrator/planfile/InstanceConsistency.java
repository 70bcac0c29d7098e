package org.givre.orchestrator.planfile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.TubeReturn;

/**
 * Whether the parts of an instance agree: carriers with requests and returns, boxes with the tubes
 * that are listed in them. An instance that contradicts itself can be judged, as violations of kind
 * {@code reference}, but not planned.
 */
public final class InstanceConsistency {
  private final Instance instance;
  private final Map<Integer, Request> requests;
  private final Set<Integer> returning;
  private final Set<Integer> carried = new HashSet<>();
  private final Set<Integer> served = new HashSet<>();

  private InstanceConsistency(Instance instance) {
    this.instance = instance;
    this.requests =
        instance.requests().stream().collect(Collectors.toMap(Request::id, request -> request));
    this.returning = instance.returns().stream().map(TubeReturn::tube).collect(Collectors.toSet());
  }

  /**
   * Refuses an instance that contradicts itself.
   *
   * @throws MalformedFileException which names the first place
   */
  public static void require(Instance instance) {
    var consistency = new InstanceConsistency(instance);
    consistency.requireLoads();
    consistency.requireReturns();
    consistency.requireBoxes();
  }

  private void requireLoads() {
    for (int i = 0; i < instance.pickers().size(); i++) {
      var load = instance.pickers().get(i).initialLoad();
      for (int k = 0; k < load.size(); k++) {
        requireLoad(load.get(k), "$.pickers[%d].initial_load[%d]".formatted(i, k));
      }
    }
  }

  private void requireLoad(CarriedTube load, String place) {
    if (!carried.add(load.tube())) {
      throw refused(place + ".tube", "a tube that is in no carrier yet", load.tube());
    }
    if (load.request().isPresent()) {
      requireServed(load.request().getAsInt(), load.tube(), place);
    } else if (!returning.contains(load.tube())) {
      throw refused(
          place + ".request", "a request, or tube %d in returns".formatted(load.tube()), "nothing");
    }
  }

  private void requireServed(int id, int tube, String place) {
    var request = requests.get(id);
    if (returning.contains(tube)) {
      throw refused(place + ".request", "none, since tube %d is in returns".formatted(tube), id);
    }
    if (request == null) {
      throw refused(place + ".request", "the id of a request that is listed", id);
    }
    if (!request.alternatives().contains(tube)) {
      throw refused(place + ".tube", "an alternative of request " + id, tube);
    }
    if (!served.add(id)) {
      throw refused(place + ".request", "a request that no other carried tube serves", id);
    }
  }

  private void requireReturns() {
    var due = new HashSet<Integer>();
    for (int i = 0; i < instance.returns().size(); i++) {
      var tube = instance.returns().get(i).tube();
      var place = "$.returns[%d].tube".formatted(i);
      if (!carried.contains(tube)) {
        throw refused(place, "a tube of some initial_load", tube);
      }
      if (!due.add(tube)) {
        throw refused(place, "a tube that no return before it has", tube);
      }
    }
  }

  private void requireBoxes() {
    var listed = new HashMap<List<Integer>, Integer>();
    for (var tube : instance.tubes()) {
      if (!carried.contains(tube.id())) {
        listed.merge(List.of(tube.rack(), tube.level()), 1, Integer::sum);
      }
    }
    for (int i = 0; i < instance.racks().size(); i++) {
      requireBoxes(instance.racks().get(i), i, listed);
    }
  }

  private static void requireBoxes(
      InstanceRack rack, int index, Map<List<Integer>, Integer> listed) {
    for (int level = 1; level <= rack.levels(); level++) {
      int least = listed.getOrDefault(List.of(rack.id(), level), 0);
      int found = rack.boxTubes().get(level - 1);
      if (found < least) {
        throw refused(
            "$.racks[%d].box_tubes[%d]".formatted(index, level - 1),
            "at least the %d tubes that are listed in this box".formatted(least),
            found);
      }
    }
  }

  private static MalformedFileException refused(String place, String expected, Object found) {
    return new MalformedFileException(
        "%s: expected %s, found %s".formatted(place, expected, found));
  }
}
