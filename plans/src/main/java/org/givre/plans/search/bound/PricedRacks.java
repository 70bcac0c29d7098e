package org.givre.plans.search.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.search.bound.RackPhysics.Delivery;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;

/**
 * The racks when requests pay for tubes instead of needing exactly one: every rack then chooses for
 * itself what it lets go. A tube that several requests may take goes to the one that pays most.
 */
final class PricedRacks {
  /** Times that the judge forgives, in seconds. */
  private static final double SLACK = 1e-4;

  private final Problem problem;
  private final PickableTubes tubes;
  private final RackPicks[] racks;
  private final RackMinimum minimum = new RackMinimum();
  private final double[] tubePrice;
  private final int[] buyer;
  private final double fixed;

  PricedRacks(Instance instance) {
    this.problem = Problem.of(instance);
    var sources = instance.racks();
    var limits =
        Arrays.stream(problem.racks)
            .map(rack -> limits(rack, sources.get(rack.index)))
            .toArray(LiftLimits[]::new);
    this.tubes =
        new PickableTubes(problem, tube -> limits[tube.rack.index].allowsPickAt(tube.level));
    int[][][] pickable = tubes.byRackAndLevel();
    this.racks =
        Arrays.stream(problem.racks)
            .map(rack -> picks(sources.get(rack.index), limits[rack.index], pickable[rack.index]))
            .filter(rack -> rack.stages.length > 0)
            .toArray(RackPicks[]::new);
    this.tubePrice = new double[problem.tubes.length];
    this.buyer = new int[problem.tubes.length];
    this.fixed = fixedTubeSeconds();
  }

  private LiftLimits limits(Rack rack, InstanceRack source) {
    int carrier =
        Arrays.stream(problem.pickers)
            .filter(picker -> picker.reachesDewar[rack.dewar.index])
            .mapToInt(picker -> picker.carrierTubes)
            .max()
            .orElse(0);
    return new LiftLimits(rack.dewar, source, problem.timing, carrier);
  }

  private RackPicks picks(InstanceRack source, LiftLimits limits, int[][] pickable) {
    double delivery = deliverySeconds(limits.dewar());
    var carried = new Delivery(problem.timing, problem.weights.carrier(), delivery);
    return new RackPicks(new RackPhysics(source.boxTubes(), limits, carried), limits, pickable);
  }

  /** From the end of a lift above a dewar to the start of an unloading, at least. */
  private double deliverySeconds(Dewar dewar) {
    double travel =
        Arrays.stream(problem.pickers)
            .filter(picker -> picker.reachesDewar[dewar.index])
            .mapToDouble(picker -> travelSeconds(picker, dewar))
            .min()
            .orElse(0);
    return Math.max(0, travel - SLACK) + problem.timing.dockSeconds();
  }

  private double travelSeconds(Picker picker, Dewar dewar) {
    return IntStream.of(picker.ports)
        .mapToObj(port -> problem.ports[port])
        .mapToDouble(port -> picker.travelSeconds(dewar.x, dewar.y, port.x, port.y))
        .min()
        .orElse(0);
  }

  private double fixedTubeSeconds() {
    double port = problem.timing.unloadSeconds() * problem.weights.port();
    long carried =
        Arrays.stream(problem.pickers)
            .flatMap(picker -> Arrays.stream(picker.initialLoad))
            .filter(load -> load.returnTo() == null)
            .count();
    return tubes.demands.length * problem.handledSeconds() + carried * port;
  }

  /** What the requests may take. */
  PickableTubes tubes() {
    return tubes;
  }

  /**
   * The bound at these prices: none of the racks can do with less.
   *
   * @param prices by position in {@link PickableTubes#demands}
   * @param served becomes how many tubes the racks let each request have
   */
  double tubeSeconds(double[] prices, int[] served) {
    auction(prices);
    Arrays.fill(served, 0);
    double sum = fixed;
    for (double price : prices) {
      sum += price;
    }
    for (var rack : racks) {
      if (rack.priced(tubePrice)) {
        minimum.solve(rack);
      }
      sum += rack.least;
      rack.forEachTaken(tube -> served[buyer[tube]]++);
    }
    return sum;
  }

  /** What the racks let go at the prices of the last {@link #tubeSeconds}. */
  List<Sale> sales() {
    var sales = new ArrayList<Sale>();
    for (var rack : racks) {
      rack.forEachTaken(tube -> sales.add(new Sale(tubes.demands[buyer[tube]].index, tube)));
    }
    return sales;
  }

  private void auction(double[] prices) {
    for (int tube = 0; tube < tubePrice.length; tube++) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int demand : tubes.buyers[tube]) {
        if (prices[demand] > highest) {
          highest = prices[demand];
          buyer[tube] = demand;
        }
      }
      tubePrice[tube] = highest;
    }
  }
}
