package org.givre.devices.driver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a driver tells the engine unasked, with device times in whole microseconds. Events of one
 * order come in order; the same event may come again after a reconnection.
 */
public sealed interface DriverEvent {
  /** The order concerned. */
  String orderId();

  /** The device has begun. */
  record Started(String orderId, Instant at) implements DriverEvent {
    public Started {
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /**
   * A step that changes where a tube is has been done.
   *
   * @param step index of the step in the order, from 0
   * @param outcome what the robot found
   * @param motions all that it did since the last report of this order, this step included
   */
  record StepDone(String orderId, int step, TubeOutcome outcome, List<Motion> motions)
      implements DriverEvent {
    public StepDone {
      motions = List.copyOf(motions);
    }
  }

  /**
   * The order has ended.
   *
   * @param motions all that it did since the last report of this order
   * @param fault what went wrong, for a failed order; empty otherwise
   */
  record Ended(String orderId, OrderOutcome outcome, Instant at, List<Motion> motions, String fault)
      implements DriverEvent {
    public Ended {
      at = at.truncatedTo(ChronoUnit.MICROS);
      motions = List.copyOf(motions);
    }
  }

  /** What became of a tube in a step. */
  enum TubeOutcome {
    /** Picked, placed or unloaded as ordered. */
    DONE,
    /** The well was empty. */
    EMPTY,
    /** Another tube stood there; it was left. */
    MISMATCH
  }

  /** How an order ended. */
  enum OrderOutcome {
    SUCCEEDED,
    FAILED,
    CANCELLED
  }
}
