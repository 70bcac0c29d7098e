package org.givre.plans.search.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** The price of what is taken from a rack against every division into lifts in every order. */
class RackCostTest {
  private static final int SEEDS = 3_000;
  private static final double ROUNDING = 1e-9;

  @Test
  void isTheLeastOfAllDivisionsOfFullRacks() {
    var found = compared(RandomRack::full);
    assertThat(found.exact / (double) SEEDS).isGreaterThanOrEqualTo(0.995);
    assertThat(found.excess / SEEDS).isLessThan(2e-5);
  }

  /** Tubes that a later lift picks do not count when levels to park are chosen. */
  @Test
  void isNearlyTheLeastWhereHardlyAnyTubesStay() {
    var found = compared(RandomRack::sparse);
    assertThat(found.exact / (double) SEEDS).isGreaterThanOrEqualTo(0.98);
    assertThat(found.excess / SEEDS).isLessThan(6e-4);
  }

  @Test
  void isNearlyTheLeastWhereCapsAndCarriersAreInTheWay() {
    var found = compared(RandomRack::hindered);
    assertThat(found.impossible).isPositive();
    assertThat(found.exact / (double) SEEDS).isGreaterThanOrEqualTo(0.92);
    assertThat(found.excess / SEEDS).isLessThan(3e-3);
  }

  /** How often the price is the least, and by which shares it exceeds it in all. */
  private static final class Found {
    int exact;
    int impossible;
    double excess;
  }

  private static Found compared(LongFunction<RandomRack> racks) {
    var found = new Found();
    for (long seed = 0; seed < SEEDS; seed++) {
      compare(racks.apply(seed), seed, found);
    }
    return found;
  }

  /** The lifts never cost more than the price says, and never less than the least of all. */
  private static void compare(RandomRack source, long seed, Found found) {
    var cost =
        new RackCost(source.problem, source.problem.racks[0], new LiftGroups(source.problem));
    cost.setPrices(TimePrices.NONE.withLift(source.secondPrice));
    int[][] counts = {source.counts};
    double price = cost.of(counts);
    var every = new EveryDivision(source);
    double least = every.least();
    assertThat(price == Double.POSITIVE_INFINITY)
        .as("seed %d", seed)
        .isEqualTo(least == Double.POSITIVE_INFINITY);
    if (least == Double.POSITIVE_INFINITY) {
      found.impossible++;
      return;
    }
    var lifts =
        cost.shapes(counts).stream()
            .map(shape -> new EveryDivision.Lift(shape.mode, shape.picks))
            .toList();
    double real = every.price(lifts);
    assertThat(real).as("seed %d", seed).isBetween(least * (1 - ROUNDING), price * (1 + ROUNDING));
    found.exact += price <= least * (1 + ROUNDING) ? 1 : 0;
    found.excess += price / least - 1;
  }
}
