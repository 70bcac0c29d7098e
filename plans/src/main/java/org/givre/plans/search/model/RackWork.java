package org.givre.plans.search.model;

import org.givre.plans.instance.Timing;

/** One lift to be done, as far as a schedule cares. It has no time yet. */
public abstract class RackWork {
  public final Rack rack;
  public final Motion motion;

  /** No earlier than this. */
  public final double release;

  /** Tubes that it brings into the carrier. */
  public final int picks;

  protected RackWork(Rack rack, Motion motion, double release, int picks) {
    this.rack = rack;
    this.motion = motion;
    this.release = release;
    this.picks = picks;
  }

  /** Seconds from start to end when the carousel must turn for {@code turnSeconds}. */
  public double seconds(Timing timing, double turnSeconds) {
    return turnSeconds + timing.gripSeconds() + motion.seconds;
  }

  /** Whether a carrier with room for so many more tubes can do it. */
  public boolean fits(int room) {
    return picks == 0 || picks <= room;
  }
}
