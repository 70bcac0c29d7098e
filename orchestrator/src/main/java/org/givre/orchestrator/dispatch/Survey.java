package org.givre.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.RackTask;
import org.givre.orchestrator.dispatch.DispatchRequest.WorkPicture;
import org.givre.orchestrator.dispatch.planning.CarrierRules;
import org.givre.orchestrator.dispatch.planning.PlanClock;
import org.givre.orchestrator.dispatch.planning.PlanningInput;
import org.givre.orchestrator.dispatch.planning.RunningTask;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;

/**
 * One look at the whole store for a plan: what is to be done, what is under way, and what devices
 * say of themselves as it comes in. Tasks that are under way when it begins stay as they are.
 */
final class Survey {
  /** A carrier so cold keeps tubes as cold as it is for a while; {@code http-api.md}, rule (a). */
  private static final double COLD_CARRIER_CELSIUS = -150;

  private final StoreDefinition store;
  private final TubeIndex tubes;
  private final WorkPicture work;
  private final Instant now;
  private final Duration carrierHold;
  private final List<RunningTask> running;
  private final SortedMap<TubeId, RackId> located = new TreeMap<>();
  private final Gathering gathering;
  private boolean askedFurther;

  Survey(DispatchSite site, WorkPicture work) {
    store = site.store();
    tubes = site.tubes();
    this.work = work;
    now = site.time().now();
    carrierHold = site.settings().carrierHold();
    running =
        work.state().issued().values().stream()
            .map(task -> TaskProgress.running(task, startedAt(task.task().taskId()), now))
            .toList();
    locate();
    gathering = new Gathering(store, racksToAsk().keySet());
  }

  private Optional<Instant> startedAt(String taskId) {
    return Optional.ofNullable(work.startedAt().get(taskId));
  }

  private void locate() {
    for (var job : serving()) {
      job.open().stream()
          .flatMap(open -> open.candidates().stream())
          .forEach(tube -> tubes.rackOf(tube).ifPresent(rack -> located.put(tube, rack)));
    }
  }

  private List<Offered> serving() {
    return work.state().site().held() ? List.of() : Workload.serving(work.offers());
  }

  /** Racks that matter from the start, with the tubes that matter in each. */
  SortedMap<RackId, SortedSet<TubeId>> racksToAsk() {
    var racks = new TreeMap<RackId, SortedSet<TubeId>>();
    located.forEach((tube, rack) -> racks.computeIfAbsent(rack, r -> new TreeSet<>()).add(tube));
    for (var task : running) {
      if (task.task() instanceof RackTask lift) {
        racks.computeIfAbsent(lift.rack(), r -> new TreeSet<>());
      }
      if (task.task() instanceof LiftTask lift) {
        var picked = Optional.ofNullable(racks.get(lift.rack())).orElseThrow();
        lift.picks().forEach(pick -> picked.add(pick.tube()));
      }
    }
    return racks;
  }

  /** Takes down what a device says. */
  void heard(Consumer<Gathering> picture) {
    picture.accept(gathering);
  }

  /** Racks that carried tubes came from, once all pickers have said what they carry; only once. */
  SortedMap<RackId, SortedSet<TubeId>> furtherRacks() {
    var further = new TreeMap<RackId, SortedSet<TubeId>>();
    if (!askedFurther && gathering.knowsPickers()) {
      askedFurther = true;
      gathering.picture().pickers().values().stream()
          .flatMap(picker -> picker.carrier().stream())
          .map(carried -> carried.origin().rack())
          .filter(rack -> !gathering.asks(rack))
          .forEach(rack -> further.put(rack, new TreeSet<>()));
      gathering.ask(further.keySet());
    }
    return further;
  }

  /** Whether everybody has answered. */
  boolean isComplete() {
    return gathering.isComplete();
  }

  WorkPicture work() {
    return work;
  }

  /** All that is known by now, for a plan that may begin at the origin of {@code clock}. */
  PlanningInput input(String name, PlanClock clock) {
    var carriers =
        new CarrierRules(
            work.offers(), work.over(), work.state().site().held(), limits(), work.homeless(), now);
    return new PlanningInput(
        name, clock, serving(), running, gathering.picture(), located, carriers, contents());
  }

  private SortedMap<PickerId, Duration> limits() {
    var limits = new TreeMap<PickerId, Duration>();
    store.pickers().forEach(picker -> limits.put(picker.id(), limit(picker)));
    return limits;
  }

  private Duration limit(Picker picker) {
    return picker.carrierCelsius() <= COLD_CARRIER_CELSIUS ? carrierHold : Duration.ZERO;
  }

  /** What the tubes are that carriers have or will have. */
  private SortedMap<TubeId, Tube> contents() {
    var carried = new TreeSet<TubeId>();
    gathering.picture().pickers().values().stream()
        .flatMap(picker -> picker.carrier().stream())
        .forEach(tube -> carried.add(tube.tube()));
    for (var task : running) {
      if (task.task() instanceof LiftTask lift) {
        lift.picks().forEach(pick -> carried.add(pick.tube()));
      }
    }
    var contents = new TreeMap<TubeId, Tube>();
    carried.forEach(id -> tubes.contentOf(id).ifPresent(tube -> contents.put(id, tube)));
    return contents;
  }
}
