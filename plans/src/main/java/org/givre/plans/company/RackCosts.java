package org.givre.plans.company;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Request;

/** What lifts cost in the racks of an instance, and what each request would cost alone. */
final class RackCosts {
  private final Map<Integer, LiftWarmth> racks = new HashMap<>();
  private final Map<Integer, Integer> levels = new HashMap<>();
  private final Map<Integer, InstanceTube> tubes = new HashMap<>();
  private final Map<Integer, Request> requests = new HashMap<>();
  private final Map<Integer, Double> alone = new HashMap<>();

  RackCosts(Instance instance) {
    var dewars = new HashMap<Integer, InstanceDewar>();
    instance.dewars().forEach(dewar -> dewars.put(dewar.id(), dewar));
    for (var rack : instance.racks()) {
      var dewar = known(dewars, rack.dewar());
      racks.put(rack.id(), new LiftWarmth(rack, dewar, instance.timing(), instance.weights()));
      levels.put(rack.id(), rack.levels());
    }
    instance.tubes().forEach(tube -> tubes.put(tube.id(), tube));
    instance.requests().forEach(request -> requests.put(request.id(), request));
  }

  private static <T> T known(Map<Integer, T> values, int id) {
    return Optional.ofNullable(values.get(id)).orElseThrow();
  }

  LiftWarmth rack(int rack) {
    return known(racks, rack);
  }

  /** No picks yet, a place for each level. */
  int[] noPicks(int rack) {
    return new int[known(levels, rack)];
  }

  /** Where picks of the tube are counted. */
  int box(int tube) {
    return known(tubes, tube).level() - 1;
  }

  /** What the request would cost in a lift of its own, of whichever of its tubes. */
  double alone(int request) {
    return alone.computeIfAbsent(
        request,
        id ->
            known(requests, id).alternatives().stream()
                .mapToDouble(this::aloneTs)
                .min()
                .orElseThrow());
  }

  private double aloneTs(int tube) {
    int rack = known(tubes, tube).rack();
    var picks = noPicks(rack);
    picks[box(tube)] = 1;
    return rack(rack).of(picks);
  }
}
