package org.givre.plans.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.TubeReturn;

/** What an instance lists, by id. Its maps are only looked up, never iterated. */
final class InstanceIndex {
  private final Instance instance;
  private final Map<Integer, InstanceTube> tubes;
  private final Map<Integer, TubeReturn> returns;
  private final Map<Integer, Request> requests = new HashMap<>();
  private final Map<Integer, InstanceJob> jobOfRequest = new HashMap<>();
  private final Set<Integer> carried;

  InstanceIndex(Instance instance) {
    this.instance = instance;
    tubes = byId(instance.tubes(), InstanceTube::id);
    returns = byId(instance.returns(), TubeReturn::tube);
    for (var job : instance.jobs()) {
      for (var request : job.requests()) {
        requests.put(request.id(), request);
        jobOfRequest.put(request.id(), job);
      }
    }
    carried =
        instance.pickers().stream()
            .flatMap(picker -> picker.initialLoad().stream())
            .map(CarriedTube::tube)
            .collect(Collectors.toSet());
  }

  /** By id; the first of those that share one. */
  static <T> Map<Integer, T> byId(List<T> values, ToIntFunction<T> id) {
    Function<T, Integer> key = id::applyAsInt;
    return values.stream()
        .collect(Collectors.toMap(key, Function.identity(), (first, second) -> first));
  }

  Instance instance() {
    return instance;
  }

  Optional<InstanceTube> tube(int id) {
    return Optional.ofNullable(tubes.get(id));
  }

  Optional<Request> request(int id) {
    return Optional.ofNullable(requests.get(id));
  }

  Optional<InstanceJob> jobOfRequest(int id) {
    return Optional.ofNullable(jobOfRequest.get(id));
  }

  Optional<TubeReturn> returnOf(int tube) {
    return Optional.ofNullable(returns.get(tube));
  }

  /** Whether the tube is in some carrier at the start. */
  boolean isCarriedAtStart(int tube) {
    return carried.contains(tube);
  }

  /** Whether the instance knows the tube at all. */
  boolean knowsTube(int tube) {
    return tubes.containsKey(tube) || carried.contains(tube);
  }
}
