package org.givre.plans.company;

import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;

/**
 * What one lift of a rack costs, weighted tube-seconds: everybody in the rack, and the picked tubes
 * until they are in the carrier. Closed formulas of the exchange format, section 3; picks by rising
 * level. Whether caps and budgets allow the lift is no matter here.
 *
 * <p>Picks are counted by level, the first at index 0.
 */
final class LiftWarmth {
  private final InstanceRack rack;
  private final InstanceDewar dewar;
  private final Timing timing;
  private final double transferWeight;

  LiftWarmth(InstanceRack rack, InstanceDewar dewar, Timing timing, Weights weights) {
    this.rack = rack;
    this.dewar = dewar;
    this.timing = timing;
    this.transferWeight = weights.transfer();
  }

  /** The cheaper way of doing it; 0 without picks. */
  double of(int[] picks) {
    int picked = 0;
    int levels = 0;
    int deepest = 0;
    for (int box = 0; box < picks.length; box++) {
      picked += picks[box];
      levels += picks[box] > 0 ? 1 : 0;
      deepest = picks[box] > 0 ? box + 1 : deepest;
    }
    double transfer = picked * transferWeight * timing.pickSeconds();
    double held = transfer + held(picks, deepest);
    return levels == 1 && dewar.park().isPresent()
        ? Math.min(held, transfer + parked(dewar.park().get(), deepest, picked))
        : held;
  }

  private double held(int[] picks, int deepest) {
    double tau = dewar.secondsPerLevel();
    double dwell = timing.pickSeconds();
    double outside = 0;
    double tubeSeconds = 0;
    for (int box = deepest - 1; box >= 0; box--) {
      int here = picks[box];
      double settle = here > 0 ? timing.settleSeconds() : 0;
      outside += 2 * tau + settle + here * dwell;
      tubeSeconds += staying(box, here) * outside;
      tubeSeconds += here * (tau + settle + (here - 1) / 2.0 * dwell);
    }
    return dewar.liftWeight() * tubeSeconds;
  }

  private double parked(Park park, int level, int picked) {
    double tau = dewar.secondsPerLevel();
    double settle = timing.settleSeconds();
    double exchange = park.ejectSeconds() + park.insertSeconds();
    double above = 0;
    for (int box = 0; box < level - 1; box++) {
      above += staying(box, 0) * (4 * (level - box) * tau + 2 * settle + exchange);
    }
    double dwell = picked * timing.pickSeconds();
    double inWorkArea = staying(level - 1, picked) * (2 * tau + settle + exchange);
    double inChamber = staying(level - 1, picked) * (2 * level * tau + settle + dwell);
    inWorkArea += picked * (tau + settle + park.ejectSeconds());
    inChamber += picked * (level * tau + (picked - 1) / 2.0 * timing.pickSeconds());
    return dewar.liftWeight() * (above + inWorkArea) + park.chamberWeight() * inChamber;
  }

  private double staying(int box, int picked) {
    return rack.boxTubes().get(box) - picked;
  }
}
