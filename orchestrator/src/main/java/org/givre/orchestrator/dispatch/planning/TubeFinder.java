package org.givre.orchestrator.dispatch.planning;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Gone;
import org.givre.orchestrator.dispatch.planning.Whereabouts.OutOfReach;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Standing;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Taken;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Unlocated;
import org.givre.orchestrator.job.JobNotice.Offered;
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
  private final StationAccess access;

  TubeFinder(StoreDefinition store, PlanningInput input, StationAccess access) {
    this.store = store;
    this.input = input;
    this.access = access;
    waitingJobs = input.jobIds();
    leaving = input.leavingCarriers();
    input
        .picture()
        .pickers()
        .values()
        .forEach(picker -> picker.carrier().forEach(c -> carried.put(c.tube(), c.job())));
    input.runningPicks().forEach(pick -> carried.put(pick.tube(), pick.job()));
  }

  Whereabouts find(TubeId tube, Offered asking) {
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

  private Whereabouts inRack(TubeId tube, RackId rack, Offered asking) {
    var picture = input.picture().racks().get(rack);
    if (picture == null) {
      return new OutOfReach("rack-unreachable", rack.value(), "the rack did not answer");
    }
    var found = picture.found().get(tube);
    return found == null ? new Unlocated(rack) : standing(rack, found, asking);
  }

  private Whereabouts standing(RackId rack, Found found, Offered asking) {
    var stranger =
        found.holder().filter(h -> !h.equals(asking.job())).filter(h -> !waitingJobs.contains(h));
    if (stranger.isPresent()) {
      return new Taken(stranger);
    }
    return access
        .obstacle(rack)
        .or(() -> avoided(rack, asking))
        .<Whereabouts>map(obstacle -> obstacle)
        .orElseGet(() -> new Standing(rack, found));
  }

  private Optional<OutOfReach> avoided(RackId rack, Offered asking) {
    var dewar = store.dewarOf(rack).map(d -> d.id().value()).orElseThrow();
    return asking.route().avoid().contains(dewar)
        ? Optional.of(
            new OutOfReach("dewar-avoided", dewar, "the job was rerouted away from this dewar"))
        : Optional.empty();
  }
}
