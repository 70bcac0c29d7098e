package org.givre.orchestrator.dispatch.planning;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Gone;
import org.givre.orchestrator.dispatch.planning.Whereabouts.OutOfReach;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Standing;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Taken;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Unlocated;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.JobId;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.TubeId;

/** Finds candidates: carriers and running tasks first, then the racks, which have the last word. */
final class TubeFinder {
  private final StoreDefinition store;
  private final PlanningInput input;
  private final SortedSet<JobId> waitingJobs;
  private final SortedMap<TubeId, JobId> carried = new TreeMap<>();
  private final SortedSet<TubeId> leaving;
  private final SortedSet<String> runningTasks = new TreeSet<>();

  TubeFinder(StoreDefinition store, PlanningInput input) {
    this.store = store;
    this.input = input;
    waitingJobs = input.jobIds();
    leaving = input.runningUnloads();
    input
        .picture()
        .pickers()
        .values()
        .forEach(picker -> picker.carrier().forEach(c -> carried.put(c.tube(), c.job())));
    input.runningPicks().forEach(pick -> carried.put(pick.tube(), pick.job()));
    input.running().forEach(running -> runningTasks.add(running.task().taskId()));
  }

  Whereabouts find(TubeId tube, JobId asking) {
    if (carried.containsKey(tube) || leaving.contains(tube)) {
      return new Taken(Optional.ofNullable(carried.get(tube)));
    }
    var rack = Optional.ofNullable(input.located().get(tube));
    return rack.map(r -> inRack(tube, r, asking)).orElseGet(this::nowhere);
  }

  /** Whether a picker that answered has the tube in its carrier, or will have. */
  boolean isCarried(TubeId tube) {
    return carried.containsKey(tube);
  }

  /** Gone, unless a picker that did not answer may have it. */
  private Whereabouts nowhere() {
    return store.pickers().stream()
        .map(Picker::id)
        .filter(picker -> !input.picture().pickers().containsKey(picker))
        .findFirst()
        .<Whereabouts>map(TubeFinder::silent)
        .orElseGet(Gone::new);
  }

  private static Whereabouts silent(PickerId picker) {
    return new OutOfReach("picker-unreachable", picker.value(), "the picker did not answer");
  }

  private Whereabouts inRack(TubeId tube, RackId rack, JobId asking) {
    var picture = input.picture().racks().get(rack);
    if (picture == null) {
      return new OutOfReach("rack-unreachable", rack.value(), "the rack did not answer");
    }
    var found = picture.found().get(tube);
    return found == null ? new Unlocated(rack) : standing(rack, found, asking);
  }

  private Whereabouts standing(RackId rack, Found found, JobId asking) {
    var stranger =
        found.holder().filter(h -> !h.equals(asking)).filter(h -> !waitingJobs.contains(h));
    return stranger.isPresent()
        ? new Taken(stranger)
        : obstacle(rack).orElseGet(() -> new Standing(rack, found));
  }

  private Optional<Whereabouts> obstacle(RackId rack) {
    var dewar = store.dewarOf(rack).map(Dewar::id).orElseThrow();
    var picture = input.picture().dewars().get(dewar);
    if (picture == null) {
      return Optional.of(
          new OutOfReach("dewar-unreachable", dewar.value(), "the dewar did not answer"));
    }
    return picture
        .holder()
        .filter(holder -> !runningTasks.contains(holder.taskId()))
        .map(
            holder ->
                new OutOfReach(
                    "dewar-held",
                    dewar.value(),
                    "picker %s stands in it with task %s"
                        .formatted(holder.picker(), holder.taskId())));
  }
}
