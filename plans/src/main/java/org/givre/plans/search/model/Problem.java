package org.givre.plans.search.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;
import org.jspecify.annotations.Nullable;

/** A planning problem, compiled. */
public final class Problem {
  public final String name;
  public final double now;
  public final Weights weights;
  public final Prices prices;
  public final Timing timing;
  public final Dewar[] dewars;
  public final Rack[] racks;

  /** Tubes in racks that some request may name; those in a carrier are left out. */
  public final Tube[] tubes;

  public final Picker[] pickers;
  public final Port[] ports;
  public final Job[] jobs;
  public final Demand[] demands;

  /** Lifts that place returns; before all others of their racks, and already charged to those. */
  public final PutBack[] putBacks;

  /** Returns that no lift can place. */
  public final List<StrandedReturn> stranded;

  /** Tubes that these lifts place. */
  public final int putBackTubes;

  /** Tubes in carriers that can go neither to a port nor back; they stay where they are. */
  public final int stuckTubes;

  /** By picker, the places of its carrier that such tubes do not take for good. */
  public final int[] carrierRoom;

  /** By job and dewar, whether any picker serves the one from the other and has a place. */
  private final boolean[][] reachable;

  Problem(Instance instance, ProblemCompiler parts) {
    this.name = instance.name();
    this.now = instance.nowSeconds();
    this.weights = instance.weights();
    this.prices = instance.prices();
    this.timing = instance.timing();
    this.dewars = parts.dewars();
    this.racks = parts.racks();
    this.tubes = parts.tubes();
    this.pickers = parts.pickers();
    this.ports = parts.ports();
    this.jobs = parts.jobs();
    this.demands = parts.demands();
    var putBackPlan = new PutBackPlan(this);
    this.putBacks = putBackPlan.of(pickers);
    this.stranded = List.copyOf(putBackPlan.stranded());
    this.putBackTubes = Arrays.stream(putBacks).mapToInt(lift -> lift.loads.size()).sum();
    this.carrierRoom = Arrays.stream(pickers).mapToInt(this::room).toArray();
    this.stuckTubes = Arrays.stream(pickers).mapToInt(this::stuck).sum();
    this.reachable = new boolean[jobs.length][dewars.length];
    for (var job : jobs) {
      for (var dewar : dewars) {
        reachable[job.index][dewar.index] = reachable(job, dewar);
      }
    }
  }

  private int room(Picker picker) {
    return Math.max(0, picker.carrierTubes - stuck(picker));
  }

  private int stuck(Picker picker) {
    int placed =
        Arrays.stream(putBacks).filter(p -> p.picker == picker).mapToInt(p -> p.loads.size()).sum();
    int unloaded = 0;
    for (var load : picker.initialLoad) {
      boolean leaves = load.returnTo() == null && reachesPort(picker, load.demand());
      unloaded += leaves ? 1 : 0;
    }
    return picker.initialLoad.length - placed - unloaded;
  }

  /** Whether a picker reaches a port that will do for a request, or for nobody. */
  public static boolean reachesPort(Picker picker, @Nullable Demand demand) {
    return reachesPort(picker, demand == null ? Job.ANY_PORT : demand.job.port);
  }

  private static boolean reachesPort(Picker picker, int port) {
    return port == Job.ANY_PORT ? picker.ports.length > 0 : picker.reachesPort[port];
  }

  /** Compiles an instance; everything in the order in which it is listed. */
  public static Problem of(Instance instance) {
    return new Problem(instance, new ProblemCompiler(instance));
  }

  /** Compiles an instance so that the order of its lists, alternatives included, is forgotten. */
  public static Problem orderless(Instance instance) {
    var problem = of(ListOrder.byId(instance));
    for (var demand : problem.demands) {
      Arrays.sort(demand.alternatives, Comparator.comparingInt(tube -> tube.index));
    }
    return problem;
  }

  /** Whether {@code picker} may and can fetch a tube from {@code rack} and bring it to its port. */
  public boolean serves(Picker picker, Demand demand, Rack rack) {
    return serves(picker, demand.job, rack.dewar);
  }

  private static boolean serves(Picker picker, Job job, Dewar dewar) {
    return job.allows(picker) && picker.reachesDewar[dewar.index] && reachesPort(picker, job.port);
  }

  /** Whether any picker {@link #serves} and has a place for the tube. */
  public boolean reachable(Demand demand, Rack rack) {
    return reachable[demand.job.index][rack.dewar.index];
  }

  private boolean reachable(Job job, Dewar dewar) {
    for (var picker : pickers) {
      if (carrierRoom[picker.index] > 0 && serves(picker, job, dewar)) {
        return true;
      }
    }
    return false;
  }

  /** Weighted seconds that every fetched tube gets in the gripper and while it is unloaded. */
  public double handledSeconds() {
    return weights.transfer() * timing.pickSeconds() + weights.port() * timing.unloadSeconds();
  }

  /** Seconds from the end of a lift to the unloading at least, docking included. */
  public double leastWaySeconds(Rack rack) {
    double least = Double.POSITIVE_INFINITY;
    for (var picker : pickers) {
      for (int port : picker.reachesDewar[rack.dewar.index] ? picker.ports : new int[0]) {
        var to = ports[port];
        least = Math.min(least, picker.travelSeconds(rack.dewar.x, rack.dewar.y, to.x, to.y));
      }
    }
    return least + timing.dockSeconds();
  }
}
