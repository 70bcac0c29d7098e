package org.givre.plans.search.rack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Rack;

/**
 * Makes a division into several lifts cheaper, move by move: picks of a level go to another lift or
 * get one of their own, two lifts exchange levels, a lift is parked instead of held. So what {@link
 * ParkChoice} and {@link HeldDivision} cannot do comes about: a level that is parked in part and
 * held in part, and lifts whose levels do not follow one another. Ends where no such move gains,
 * which need not be the best division there is.
 */
final class LiftMoves {
  /** Gains below this share of a price are rounding. */
  private static final double LEAST_GAIN = 1e-10;

  /** A bound against endless moves. */
  private static final int MOST_MOVES = 64;

  private final Rack rack;
  private final Timing timing;
  private final LiftPrices prices;
  private int carrier;

  /** The division so far, in order, and its price. */
  private List<Shape> lifts = List.of();

  private double price;

  /** By lift: what it takes per level, the levels as bits, and how many tubes. */
  private int[][] picks = {};

  private long[] masks = {};
  private int[] sizes = {};

  /** By lift, its price without others, and that of its picks if it is held. */
  private double[] alone = {};

  private double[] standing = {};

  /** By lift, about what it costs the picks of others and they cost its own. */
  private double[] mutual = {};

  /** What the order of the lifts costs besides. */
  private double disorder;

  LiftMoves(Rack rack, Timing timing, LiftPrices prices) {
    this.rack = rack;
    this.timing = timing;
    this.prices = prices;
  }

  /**
   * The cheapest division found from {@code first} on, in order.
   *
   * @param most most tubes of one lift
   */
  List<Shape> improved(List<Shape> first, int most) {
    carrier = most;
    begin(first, prices.of(first));
    int moves = 0;
    while (moves < MOST_MOVES && anyMove()) {
      moves++;
    }
    return lifts;
  }

  /** Takes a division for granted; one more lift takes nothing yet. */
  private void begin(List<Shape> division, double cost) {
    lifts = division;
    price = cost;
    int number = division.size() + 1;
    picks = new int[number][];
    masks = new long[number];
    sizes = new int[number];
    alone = new double[number];
    standing = new double[number];
    mutual = new double[number];
    disorder = cost;
    for (int i = 0; i < division.size(); i++) {
      beginLift(i, division.get(i));
    }
    picks[number - 1] = new int[rack.levels + 1];
  }

  private void beginLift(int index, Shape lift) {
    picks[index] = lift.picks;
    sizes[index] = lift.size;
    for (int level = 1; level <= lift.deepest; level++) {
      if (lift.picks[level] > 0) {
        masks[index] |= 1L << level;
        standing[index] += prices.standing(level, lift.picks[level]);
      }
    }
    alone[index] =
        lift.mode == LiftMode.PARK
            ? prices.parked(lift.deepest, lift.size)
            : standing[index] + prices.strokes(lift.deepest);
    disorder -= alone[index];
    for (int other = 0; other < index; other++) {
      var before = lifts.get(other);
      double both = mutual(lift, before);
      mutual[index] += both;
      mutual[other] += both;
      disorder -= both;
    }
  }

  /** Makes the first move found that gains; whether there is one. */
  private boolean anyMove() {
    for (int from = 0; from < lifts.size(); from++) {
      for (long left = masks[from]; left != 0; left &= left - 1) {
        int level = Long.numberOfTrailingZeros(left);
        for (int to = 0; to < picks.length; to++) {
          if (to != from && (anyGift(from, level, to) || anyExchange(from, level, to))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Gives as many picks as fit, or one; to a lift of nothing also none, which may change a mode.
   */
  private boolean anyGift(int from, int level, int to) {
    int fitting = Math.min(picks[from][level], carrier - sizes[to]);
    boolean gained = fitting > 0 && gains(new Move(from, to, level, fitting, level, 0));
    gained |= !gained && fitting > 1 && gains(new Move(from, to, level, 1, level, 0));
    return gained || (sizes[to] == 0 && gains(new Move(from, to, level, 0, level, 0)));
  }

  private boolean anyExchange(int from, int level, int to) {
    int here = picks[from][level];
    for (long left = masks[to] & ~(1L << level); left != 0; left &= left - 1) {
      int other = Long.numberOfTrailingZeros(left);
      int there = picks[to][other];
      int give = Math.min(here, carrier - sizes[to] + there);
      int take = Math.min(there, carrier - sizes[from] + give);
      if (gains(new Move(from, to, level, give, other, take))) {
        return true;
      }
    }
    return false;
  }

  /** So many picks of a level go from one lift to another, and some of another level back. */
  private record Move(int from, int to, int level, int give, int other, int take) {}

  /** Makes a move if that gains. */
  private boolean gains(Move move) {
    double most = alone[move.from] + alone[move.to] + disorder - LEAST_GAIN * price;
    most += mutual[move.from] + mutual[move.to];
    most -= alone(move.from, move, -1) + alone(move.to, move, 1);
    if (most <= 0) {
      return false;
    }
    var pair = pair(move);
    return pair.isPresent() && mutual(move, pair.get()) < most && gains(move, pair.get());
  }

  /** What the two lifts of a move become. */
  private record Pair(Shape from, Shape to) {}

  private boolean gains(Move move, Pair pair) {
    var division = new ArrayList<>(lifts);
    division.set(move.from, pair.from);
    if (move.to < lifts.size()) {
      division.set(move.to, pair.to);
    } else {
      division.add(pair.to);
    }
    division.removeIf(lift -> lift.size == 0);
    LiftOrder.improve(division);
    double cost = prices.of(division);
    if (cost >= price * (1 - LEAST_GAIN)) {
      return false;
    }
    begin(division, cost);
    return true;
  }

  /** What two lifts and all others will cost each other's picks at least. */
  private double mutual(Move move, Pair pair) {
    double sum = mutual(pair.from, pair.to);
    for (int i = 0; i < lifts.size(); i++) {
      if (i != move.from && i != move.to) {
        sum += mutual(pair.from, lifts.get(i)) + mutual(pair.to, lifts.get(i));
      }
    }
    return sum;
  }

  private static double mutual(Shape one, Shape other) {
    return Math.min(one.wearOn(other), other.wearOn(one));
  }

  /** The least that a lift may cost without others when it gets (1) or gives (-1). */
  private double alone(int lift, Move move, int sign) {
    int change = sign * move.give;
    int otherChange = -sign * move.take;
    double sum = standing[lift] + added(lift, move.level, change);
    long mask = after(lift, masks[lift], move.level, change);
    if (otherChange != 0) {
      sum += added(lift, move.other, otherChange);
      mask = after(lift, mask, move.other, otherChange);
    }
    if (mask == 0) {
      return 0;
    }
    int deepest = Long.SIZE - 1 - Long.numberOfLeadingZeros(mask);
    double held = sum + prices.strokes(deepest);
    return (mask & (mask - 1)) == 0
        ? Math.min(held, prices.parked(deepest, sizes[lift] + change + otherChange))
        : held;
  }

  private double added(int lift, int level, int change) {
    int here = picks[lift][level];
    return prices.standing(level, here + change) - prices.standing(level, here);
  }

  private long after(int lift, long mask, int level, int change) {
    return picks[lift][level] + change == 0 ? mask & ~(1L << level) : mask | 1L << level;
  }

  /** The two lifts after a move; empty when caps allow them in no mode. */
  private Optional<Pair> pair(Move move) {
    int[] giving = picks[move.from].clone();
    int[] getting = picks[move.to].clone();
    giving[move.level] -= move.give;
    giving[move.other] += move.take;
    getting[move.level] += move.give;
    getting[move.other] -= move.take;
    return shape(giving).flatMap(from -> shape(getting).map(to -> new Pair(from, to)));
  }

  /** A lift in its cheaper mode; empty when caps allow neither. */
  private Optional<Shape> shape(int[] taken) {
    var held = Shape.held(rack, timing, taken);
    double parked = Double.POSITIVE_INFINITY;
    if (held.size > 0 && taken[held.deepest] == held.size) {
      parked = prices.parked(held.deepest, held.size);
    }
    if (prices.mayHold(taken) && price(held) <= parked) {
      return Optional.of(held);
    }
    return parked < Double.POSITIVE_INFINITY
        ? Optional.of(Shape.parked(rack, timing, held.deepest, held.size))
        : Optional.empty();
  }

  private double price(Shape held) {
    double sum = prices.strokes(held.deepest);
    for (int level = 1; level <= held.deepest; level++) {
      sum += prices.standing(level, held.picks[level]);
    }
    return sum;
  }
}
