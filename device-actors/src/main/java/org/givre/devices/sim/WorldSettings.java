package org.givre.devices.sim;

import org.givre.plans.store.StoreDefinition;

/**
 * What a world is opened with.
 *
 * @param anchor of the engine's clock, kept in the world so that truth can be told without engine
 * @param seed with an order's id it decides how long each of its motions takes
 * @param jitter largest deviation of a motion's duration, as a part of it; 0 for none, below 1
 */
public record WorldSettings(StoreDefinition store, ClockAnchor anchor, long seed, double jitter) {
  /** Robots repeat a motion within 1 %: an assumption, until one is measured. */
  public static final double USUAL_JITTER = 0.01;

  public WorldSettings {
    if (!(jitter >= 0 && jitter < 1)) {
      throw new IllegalArgumentException(
          "Jitter is a part of a duration, from 0 to below 1; found " + jitter);
    }
  }

  /** With the usual jitter. */
  public static WorldSettings of(StoreDefinition store, ClockAnchor anchor, long seed) {
    return new WorldSettings(store, anchor, seed, USUAL_JITTER);
  }
}
