package org.givre.devices.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion;

/**
 * How one step of an order goes.
 *
 * @param end when its last motion ends; when the step before it ended, if it has none
 * @param outcome what became of the tube, for a step that moves one
 */
record StepCourse(Instant end, List<Motion> motions, Optional<TubeOutcome> outcome) {
  StepCourse {
    motions = List.copyOf(motions);
  }

  /** Whether the step's tube is moved by it. */
  boolean movesTube() {
    return outcome.filter(TubeOutcome.DONE::equals).isPresent();
  }
}
