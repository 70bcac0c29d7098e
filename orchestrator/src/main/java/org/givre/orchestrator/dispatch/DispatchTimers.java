package org.givre.orchestrator.dispatch;

import java.time.Duration;

/**
 * How long dispatch waits for whom, on the wall.
 *
 * @param quiet how long no job must come before those that wait are planned together
 * @param longestWait how long a job waits at most while others keep coming
 * @param gathering how long devices have to describe themselves
 * @param recheck when to look again at what was in the way
 * @param reminder how often pickers are asked how their tasks stand
 * @param offers how long jobs of the plan have to offer themselves after a start
 */
public record DispatchTimers(
    Duration quiet,
    Duration longestWait,
    Duration gathering,
    Duration recheck,
    Duration reminder,
    Duration offers) {

  /** What {@code reference.conf} says. */
  public static final DispatchTimers USUAL =
      new DispatchTimers(
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));

  /** The same with another time for devices to describe themselves. */
  public DispatchTimers withGathering(Duration other) {
    return new DispatchTimers(quiet, longestWait, other, recheck, reminder, offers);
  }
}
