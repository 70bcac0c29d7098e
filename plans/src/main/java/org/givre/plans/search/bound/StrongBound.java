package org.givre.plans.search.bound;

import java.util.Arrays;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.StopCondition;

/**
 * The strong bound: requests pay for tubes instead of needing exactly one each, and prices rise
 * where racks let nobody have one, and fall where they let someone have several (Lagrangian
 * relaxation, subgradient ascent). At any prices, what requests pay and the least of every rack's
 * cost less its takings add up to a bound; the best one found counts. Deterministic.
 *
 * <p>The step follows Polyak (1969): as far as the prices must move along the subgradient for the
 * bound to reach a target a little above the best one. Where that brings nothing better for a
 * while, the target was too high and comes down.
 */
public final class StrongBound {
  /** How far above the best bound the first target is, as a share of it. */
  private static final double FIRST_AMBITION = 0.03;

  /** Share of the ambition that is kept when it was too high. */
  private static final double MODESTY = 0.7;

  /** Prices tried before the target comes down. */
  private static final int PATIENCE = 8;

  /** Less than this share is no gain. */
  private static final double LEAST_GAIN = 1e-7;

  /** Below this the bound has settled: all that further steps could win is rounding. */
  private static final double LAST_AMBITION = 1e-9;

  private final PricedRacks racks;
  private final double[] prices;
  private final int[] served;
  private double best;
  private double ambition = FIRST_AMBITION;
  private int patience = PATIENCE;
  private long iterations;
  private boolean settled;

  /** Begins with the cheap bound and the prices behind it. */
  public StrongBound(Instance instance) {
    var cheap = new CheapBound(instance);
    this.racks = new PricedRacks(instance);
    this.best = cheap.tubeSeconds();
    var demands = racks.tubes().demands;
    this.prices = Arrays.stream(demands).mapToDouble(cheap::share).toArray();
    this.served = new int[demands.length];
  }

  /** The best bound so far; it never falls. */
  public double tubeSeconds() {
    return best;
  }

  /** Prices tried so far. */
  public long iterations() {
    return iterations;
  }

  /** Whether there is nothing left to gain. */
  public boolean settled() {
    return settled;
  }

  /**
   * What the racks let go at the last prices that were tried, and for whom: some requests get none,
   * others several. Nothing before prices were tried. Indices are those of the instance compiled in
   * the order of its lists.
   */
  public List<Sale> sales() {
    return racks.sales();
  }

  /** Goes on until {@code stop} says so or nothing is left to gain; may be called again. */
  public void improve(StopCondition stop, BoundProgress progress) {
    while (!settled && !stop.reached(iterations)) {
      double here = racks.tubeSeconds(prices, served);
      iterations++;
      note(here);
      step(here);
      progress.reached(iterations, best);
    }
  }

  private void note(double here) {
    if (here > best + LEAST_GAIN * Math.abs(best)) {
      patience = PATIENCE;
    } else if (--patience == 0) {
      ambition *= MODESTY;
      patience = PATIENCE;
    }
    best = Math.max(best, here);
  }

  private void step(double here) {
    double norm = 0;
    for (int tubes : served) {
      norm += (1.0 - tubes) * (1.0 - tubes);
    }
    settled = norm == 0 || ambition < LAST_AMBITION;
    if (settled) {
      return;
    }
    double length = (best + ambition * Math.abs(best) - here) / norm;
    for (int i = 0; i < prices.length; i++) {
      prices[i] += length * (1 - served[i]);
    }
  }
}
