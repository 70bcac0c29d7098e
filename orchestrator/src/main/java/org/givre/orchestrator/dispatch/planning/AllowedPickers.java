package org.givre.orchestrator.dispatch.planning;

import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.StoreDefinition;

/** Which pickers may lift racks for a job: those in service, and of those, where it was routed. */
final class AllowedPickers {
  private final List<PickerId> lifting;
  private final boolean someOnlyEmpty;

  AllowedPickers(StoreDefinition store, PlanningInput input) {
    var working =
        store.pickers().stream()
            .map(Picker::id)
            .flatMap(id -> Optional.ofNullable(input.picture().pickers().get(id)).stream())
            .filter(PickerFitness::works)
            .toList();
    lifting = working.stream().filter(PickerFitness::lifts).map(p -> p.picker()).toList();
    someOnlyEmpty = lifting.size() < working.size();
  }

  /** Whether anybody may lift for the job; where not, the job is told. */
  boolean checkAny(Offered job, Obstacles obstacles) {
    if (!of(job).isEmpty()) {
      return true;
    }
    var wanted = job.route().picker().map(PickerId::value).orElse("");
    obstacles.block(
        job.job(),
        "no-picker-in-service",
        wanted,
        "no picker that may serve the job is in service");
    return false;
  }

  /** Who may lift for the job, in the order of the store file. */
  private List<PickerId> of(Offered job) {
    return lifting.stream()
        .filter(picker -> job.route().picker().stream().allMatch(picker::equals))
        .filter(picker -> !job.route().avoid().contains(picker.value()))
        .toList();
  }

  /** The same as an instance has it: empty where every picker of the instance may. */
  List<Integer> inInstance(Offered job, PlanNames names) {
    var allowed = of(job);
    return allowed.size() == lifting.size() && !someOnlyEmpty
        ? List.of()
        : allowed.stream().map(names::id).toList();
  }
}
