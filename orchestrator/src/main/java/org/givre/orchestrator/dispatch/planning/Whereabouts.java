package org.givre.orchestrator.dispatch.planning;

import java.util.Optional;
import org.givre.devices.rack.RackCommand.Found;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;

/** Where a candidate is, as far as a job is concerned that would like to have it. */
sealed interface Whereabouts {
  /** In a rack, for the job to take. */
  record Standing(RackId rack, Found found) implements Whereabouts {}

  /** Another job has it, for now. */
  record Taken(Optional<JobId> by) implements Whereabouts {}

  /** In a rack that cannot be lifted now. */
  record OutOfReach(String code, String resource, String detail) implements Whereabouts {}

  /** Not in the rack where it was last known to stand. */
  record Unlocated(RackId rack) implements Whereabouts {}

  /** In no rack, carrier or running task. */
  record Gone() implements Whereabouts {}
}
