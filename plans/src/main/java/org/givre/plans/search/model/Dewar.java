package org.givre.plans.search.model;

import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.Park;

/** A dewar's opening: what lifting above it costs, in time and in warmth. */
public final class Dewar {
  public final int id;
  public final int index;
  public final double x;
  public final double y;

  /** Weighted seconds per second outside. */
  public final double liftWeight;

  /** Tau: seconds per level. */
  public final double levelSeconds;

  public final int slots;
  public final int startSlot;
  public final double slotSeconds;
  public final boolean parks;
  public final double ejectSeconds;
  public final double insertSeconds;
  public final double chamberWeight;
  public final Closures closures;

  Dewar(InstanceDewar dewar, int index) {
    this.id = dewar.id();
    this.index = index;
    this.x = dewar.xMetres();
    this.y = dewar.yMetres();
    this.liftWeight = dewar.liftWeight();
    this.levelSeconds = dewar.secondsPerLevel();
    this.slots = dewar.carouselSlots();
    this.startSlot = dewar.carouselStartSlot();
    this.slotSeconds = dewar.carouselSecondsPerSlot();
    this.parks = dewar.park().isPresent();
    var park = dewar.park().orElse(new Park(0, 0, 0));
    this.ejectSeconds = park.ejectSeconds();
    this.insertSeconds = park.insertSeconds();
    this.chamberWeight = park.chamberWeight();
    this.closures = Closures.of(dewar.unavailable());
  }

  /** Seconds to turn the carousel from one slot, from 0, to another, the shorter way round. */
  public double turnSeconds(int from, int to) {
    int steps = Math.abs(to - from);
    return Math.min(steps, slots - steps) * slotSeconds;
  }

  /** Seconds to turn the carousel half round. */
  double longestTurnSeconds() {
    return turnSeconds(0, slots / 2);
  }
}
