package org.givre.orchestrator.view;

import java.time.Instant;
import java.util.Optional;
import org.givre.plans.store.JobId;

/**
 * One line of a tube's history.
 *
 * @param at when it was over, device time where a device did it
 * @param from empty when the tube came from outside
 * @param by device or client that did it
 * @param handling how long the robot had it in hand, where one did
 */
public record CustodyEntry(
    long offset,
    Instant at,
    What what,
    Optional<Place> from,
    Optional<Place> to,
    By by,
    Optional<JobId> job,
    Optional<Handling> handling) {

  /** What has happened. */
  public enum What {
    IMPORTED,
    PICKED,
    /** A robot did not find it, or could not put it back. */
    MISSED,
    PLACED,
    UNLOADED
  }

  /** Who did it. */
  public record By(boolean device, String name) {}

  /** A robot's motion with the tube itself. */
  public record Handling(Instant start, Instant end) {}
}
