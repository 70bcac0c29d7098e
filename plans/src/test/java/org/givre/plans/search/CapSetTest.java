package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An outside check: Steiner triple covering problems (Fulkerson, Nemhauser and Trotter, 1974), set
 * covering's own test cases, as stores. Each line of the affine space over three elements is a
 * request, each of its points a rack that could serve it; a lift of any rack costs about the same.
 * The racks that are never lifted contain no line, they are a cap; so the fewest racks are all
 * points less the largest cap, which is known: 4, 9 (Bose, 1947) and 20 (Pellegrino, 1970).
 */
class CapSetTest {
  private static final int BYSTANDERS = 10_000;

  @ParameterizedTest
  @CsvSource({"2, 5, 5, 100", "3, 18, 19, 2000", "3, 18, 18, 20000", "4, 61, 64, 20000"})
  void liftsTheFewestRacks(int dimensions, int fewest, int atMost, int iterations) {
    var instance = store(dimensions);
    for (long seed = 0; seed < 3; seed++) {
      var found =
          new WarmthPlanner().plan(instance, seed, StopCondition.afterIterations(iterations));
      assertThat(found.unplanned()).isEmpty();
      assertThat(racksLifted(found.plan())).isBetween((long) fewest, (long) atMost);
      double bound = LowerBound.strong(instance, StopCondition.afterIterations(100));
      assertThat(bound).isLessThanOrEqualTo(found.predicted().exposure());
    }
  }

  private static long racksLifted(RetrievalPlan plan) {
    return plan.ops().stream()
        .filter(PlanOp.Lift.class::isInstance)
        .map(op -> ((PlanOp.Lift) op).rack())
        .distinct()
        .count();
  }

  private static Instance store(int dimensions) {
    int points = (int) Math.pow(3, dimensions);
    var tubes = new ArrayList<InstanceTube>();
    var requests = new ArrayList<Request>();
    int[] candidates = new int[points];
    for (int a = 0; a < points; a++) {
      for (int b = a + 1; b < points; b++) {
        int c = third(a, b, dimensions);
        if (c > b) {
          var line = new ArrayList<Integer>();
          for (int point : new int[] {a, b, c}) {
            line.add(tubes.size());
            tubes.add(new InstanceTube(tubes.size(), point, 1, InstanceTube.UNLIMITED_SECONDS));
            candidates[point]++;
          }
          requests.add(new Request(requests.size(), line));
        }
      }
    }
    var none = List.of(Double.POSITIVE_INFINITY);
    var racks = new ArrayList<InstanceRack>();
    for (int point = 0; point < points; point++) {
      var box = List.of(BYSTANDERS + candidates[point]);
      racks.add(new InstanceRack(point, 0, point, box, none, none, 0, 0));
    }
    var nothing = OptionalDouble.empty();
    return new Instance(
        "cap-" + dimensions,
        0,
        0,
        new Weights(0, 0, 0),
        new Prices(0, 0),
        new Timing(0, 0, 0, 0, 0, 0, 0, 0),
        List.of(
            new InstanceDewar(0, 0, 0, 1, 0.05, 0.1, points, 0, 0, Optional.empty(), List.of())),
        racks,
        tubes,
        List.of(
            new InstancePicker(
                0, 0, 0, 1, 1, requests.size(), List.of(0), List.of(0), 0, List.of(), List.of())),
        List.of(new InstancePort(0, 0, 0, 0, requests.size(), List.of())),
        List.of(
            new InstanceJob(0, 1, 0, nothing, nothing, OptionalInt.empty(), List.of(), requests)),
        List.of());
  }

  /** The third point of the line through two: all three sum up to nothing. */
  private static int third(int a, int b, int dimensions) {
    int c = 0;
    for (int i = 0, place = 1; i < dimensions; i++, place *= 3) {
      c += (6 - a / place % 3 - b / place % 3) % 3 * place;
    }
    return c;
  }
}
