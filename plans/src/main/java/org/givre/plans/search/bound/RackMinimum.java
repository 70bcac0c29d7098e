package org.givre.plans.search.bound;

import java.util.Arrays;
import org.givre.plans.search.bound.Stage.Split;

/**
 * The least that picks of one rack cost, less the prices of the tubes. Exact over the counts of
 * held and parked picks per level, by dynamic programming from the top down over (tubes taken
 * above, held picks still to come, park operations still to come): the first two say who waits and
 * how many lifts pass, the third how often the boxes above give way to a box in the chamber.
 *
 * <p>At first strokes are charged as if one held lift had room for all held picks. Then it matters
 * only whether any are still to come, not how many: two values instead of dozens. That costs no
 * more than the truth, so where the best picks do fit into one lift, it is the truth.
 *
 * <p>One for all racks, because its tables are large. Allocates nothing once they have grown. Not
 * for use by several threads.
 */
final class RackMinimum {
  /** Costs before each stage; the innermost index counts tubes taken above. */
  private double[][] fronts = new double[1][0];

  /** Sums of the highest prices of each stage. */
  private double[][] gains = new double[0][0];

  /** 0, 1, 2, ...: read instead of converted, the inner loop becomes a vector loop. */
  private double[] numbers = new double[0];

  /** The fronts that a stage is between, and the length of the first one's rows. */
  private double[] before = new double[0];

  private double[] after = new double[0];
  private int rowLength;

  /** Where the way back has come to. */
  private int takenHere;

  private int heldHere;
  private int opsHere;

  /** Finds the best picks of {@code rack} at the prices it knows. */
  void solve(RackPicks rack) {
    solve(rack, rack.stages);
    if (!rack.fitsOneLift()) {
      solve(rack, rack.stagesOfSeveralLifts());
    }
  }

  private void solve(RackPicks rack, Stage[] stages) {
    makeRoom(stages);
    Arrays.fill(fronts[0], 0, size(stages, 0), 0);
    for (int i = 0; i < stages.length; i++) {
      sumPrices(rack.pricesAt(i), gains[i]);
      Arrays.fill(fronts[i + 1], 0, size(stages, i + 1), Double.POSITIVE_INFINITY);
      advance(stages, i);
    }
    choose(rack, stages);
  }

  private void makeRoom(Stage[] stages) {
    int count = stages.length;
    if (fronts.length <= count) {
      int had = gains.length;
      fronts = Arrays.copyOf(fronts, count + 1);
      gains = Arrays.copyOf(gains, count);
      for (int i = had; i < count; i++) {
        fronts[i + 1] = new double[0];
        gains[i] = new double[0];
      }
    }
    for (int i = 0; i <= count; i++) {
      fronts[i] = atLeast(fronts[i], size(stages, i));
    }
    for (int i = 0; i < count; i++) {
      gains[i] = atLeast(gains[i], stages[i].tubes.length + 1);
    }
    if (numbers.length < taken(stages, count)) {
      numbers = new double[taken(stages, count)];
      Arrays.setAll(numbers, i -> i);
    }
  }

  private static double[] atLeast(double[] array, int length) {
    return array.length >= length ? array : new double[length];
  }

  private static void sumPrices(double[] prices, double[] sums) {
    sums[0] = 0;
    for (int i = 0; i < prices.length; i++) {
      sums[i + 1] = sums[i] + prices[i];
    }
  }

  private static int size(Stage[] stages, int i) {
    return taken(stages, i) * held(stages, i) * (1 + (i < stages.length ? stages[i].opsFrom : 0));
  }

  /** Values of the tubes taken before a stage. */
  private static int taken(Stage[] stages, int i) {
    if (i < stages.length) {
      return stages[i].above + 1;
    }
    return i == 0 ? 1 : stages[i - 1].above + stages[i - 1].tubes.length + 1;
  }

  /** Values of the held picks from a stage on. */
  private static int held(Stage[] stages, int i) {
    return i < stages.length ? stages[i].heldFrom + 1 : 1;
  }

  private static int row(Stage[] stages, int i, int held, int ops) {
    return (ops * held(stages, i) + held) * taken(stages, i);
  }

  private void advance(Stage[] stages, int i) {
    var stage = stages[i];
    before = fronts[i];
    after = fronts[i + 1];
    rowLength = stage.above + 1;
    int heldNext = held(stages, i + 1) - 1;
    int opsNext = i + 1 < stages.length ? stages[i + 1].opsFrom : 0;
    for (int ops = 0; ops <= stage.opsFrom; ops++) {
      for (int held = 0; held <= Math.min(stage.heldFrom, stage.below - ops); held++) {
        int from = row(stages, i, held, ops);
        for (var split : stage.splits) {
          if (held < split.needs()) {
            break; // all others need as many
          }
          int heldAfter = held - split.ending();
          int opsAfter = ops - split.ops();
          if (heldAfter <= heldNext && opsAfter >= 0 && opsAfter <= opsNext) {
            int to = row(stages, i + 1, heldAfter, opsAfter) + split.picks();
            double fixed = fixed(stage, split, held, ops) - gains[i][split.picks()];
            relax(from, to, fixed, perTaken(stage, split, held, ops));
          }
        }
      }
    }
  }

  private static double fixed(Stage stage, Split split, int held, int ops) {
    var strokes = stage.held[held];
    var parks = stage.parked;
    return strokes.fixed()
        + ops * parks.fixed()
        - (strokes.own() + ops * parks.own()) * split.picks()
        + split.fixed();
  }

  private static double perTaken(Stage stage, Split split, int held, int ops) {
    return stage.held[held].perTaken() + ops * stage.parked.perTaken() + split.perTaken();
  }

  /** Offers the costs of one row, and those of a split, to another row of the next stage. */
  private void relax(int from, int to, double fixed, double perTaken) {
    double[] source = before;
    double[] target = after;
    double[] counting = numbers;
    int count = rowLength;
    for (int taken = 0; taken < count; taken++) {
      double cost = source[from + taken] + (fixed - perTaken * counting[taken]);
      target[to + taken] = Math.min(target[to + taken], cost);
    }
  }

  /** Walks back from the cheapest end. */
  private void choose(RackPicks rack, Stage[] stages) {
    double[] ends = fronts[stages.length];
    takenHere = 0;
    for (int taken = 1; taken < taken(stages, stages.length); taken++) {
      takenHere = ends[taken] < ends[takenHere] ? taken : takenHere;
    }
    rack.least = ends[takenHere];
    heldHere = 0;
    opsHere = 0;
    for (int i = stages.length - 1; i >= 0; i--) {
      var split = cameBy(stages, i);
      rack.taken[i] = split.picks();
      takenHere -= split.picks();
      rack.held[i] = split.held();
      heldHere += split.ending();
      opsHere += split.ops();
    }
  }

  private Split cameBy(Stage[] stages, int i) {
    var stage = stages[i];
    var best = stage.splits[0];
    double least = Double.POSITIVE_INFINITY;
    for (var split : stage.splits) {
      int taken = takenHere - split.picks();
      int held = heldHere + split.ending();
      int ops = opsHere + split.ops();
      boolean known = taken >= 0 && taken <= stage.above && ops <= stage.opsFrom;
      if (!known || held < split.needs() || held > stage.heldFrom) {
        continue;
      }
      double fixed = fixed(stage, split, held, ops) - gains[i][split.picks()];
      double perTaken = perTaken(stage, split, held, ops);
      double cost =
          fronts[i][row(stages, i, held, ops) + taken] + (fixed - perTaken * numbers[taken]);
      if (cost < least) {
        least = cost;
        best = split;
      }
    }
    return best;
  }
}
