package org.givre.plans.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Request;
import org.jspecify.annotations.Nullable;

/** What an instance lists, by id. Its maps are only looked up, never iterated. */
final class Catalogue {
  private final Instance instance;
  private final Map<Integer, InstanceDewar> dewars;
  private final Map<Integer, InstanceRack> racks;
  private final Map<Integer, InstanceTube> tubes;
  private final Map<Integer, InstancePicker> pickers;
  private final Map<Integer, InstancePort> ports;
  private final Map<Integer, InstanceJob> jobs;
  private final Map<Integer, Request> requests = new HashMap<>();
  private final Map<Integer, InstanceJob> jobOfRequest = new HashMap<>();
  private final Map<Integer, Integer> requestOfCarried = new HashMap<>();
  private final Map<Integer, Integer> pickerOfCarried = new HashMap<>();

  Catalogue(Instance instance) {
    this.instance = instance;
    dewars = byId(instance.dewars(), InstanceDewar::id);
    racks = byId(instance.racks(), InstanceRack::id);
    tubes = byId(instance.tubes(), InstanceTube::id);
    pickers = byId(instance.pickers(), InstancePicker::id);
    ports = byId(instance.ports(), InstancePort::id);
    jobs = byId(instance.jobs(), InstanceJob::id);
    for (var job : instance.jobs()) {
      for (var request : job.requests()) {
        requests.put(request.id(), request);
        jobOfRequest.put(request.id(), job);
      }
    }
    for (var picker : instance.pickers()) {
      for (var carried : picker.initialLoad()) {
        pickerOfCarried.put(carried.tube(), picker.id());
        carried.request().ifPresent(request -> requestOfCarried.put(carried.tube(), request));
      }
    }
  }

  private static <T> Map<Integer, T> byId(List<T> values, ToIntFunction<T> id) {
    Function<T, Integer> key = id::applyAsInt;
    return values.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  Instance instance() {
    return instance;
  }

  Optional<InstanceRack> rack(int id) {
    return Optional.ofNullable(racks.get(id));
  }

  Optional<InstanceDewar> dewarOf(int rack) {
    return rack(rack).map(found -> dewars.get(found.dewar()));
  }

  Optional<InstancePicker> picker(int id) {
    return Optional.ofNullable(pickers.get(id));
  }

  Optional<InstancePort> port(int id) {
    return Optional.ofNullable(ports.get(id));
  }

  Optional<InstanceJob> job(int id) {
    return Optional.ofNullable(jobs.get(id));
  }

  Optional<Request> request(int id) {
    return Optional.ofNullable(requests.get(id));
  }

  Optional<InstanceJob> jobOf(int request) {
    return Optional.ofNullable(jobOfRequest.get(request));
  }

  Optional<InstanceTube> tube(int id) {
    return Optional.ofNullable(tubes.get(id));
  }

  /** The level of a tube's box; 1 for one that nobody knows. */
  int level(int tube) {
    return tube(tube).map(InstanceTube::level).orElse(1);
  }

  /** What a tube that is in a carrier at the start serves; nothing for a return. */
  OptionalInt requestOfCarried(int tube) {
    return optional(requestOfCarried.get(tube));
  }

  /** In whose carrier a tube is at the start. */
  OptionalInt pickerOfCarried(int tube) {
    return optional(pickerOfCarried.get(tube));
  }

  private static OptionalInt optional(@Nullable Integer id) {
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** Whether the tube of {@code request} may be unloaded at {@code port}. */
  boolean mayGoTo(int request, int port) {
    return jobOf(request).map(job -> job.port().orElse(port) == port).orElse(true);
  }
}
