package org.givre.plans.search.model;

import java.util.Arrays;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;

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

  /** Lifts that place returns; done before anything else, and already charged to the racks. */
  public final PutBack[] putBacks;

  /** Returns that no lift can place. */
  public final List<StrandedReturn> stranded;

  /** Tubes that these lifts place. */
  public final int putBackTubes;

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
    var putBackPlan = new PutBackPlan(timing, racks);
    this.putBacks = putBackPlan.of(pickers);
    this.stranded = List.copyOf(putBackPlan.stranded());
    this.putBackTubes = Arrays.stream(putBacks).mapToInt(lift -> lift.loads.size()).sum();
  }

  /** Compiles an instance. */
  public static Problem of(Instance instance) {
    return new Problem(instance, new ProblemCompiler(instance));
  }

  /** Whether {@code picker} may and can fetch a tube from {@code rack} and bring it to its port. */
  public boolean serves(Picker picker, Demand demand, Rack rack) {
    int port = demand.job.port;
    return demand.job.allows(picker)
        && picker.reachesDewar[rack.dewar.index]
        && (port == Job.ANY_PORT ? picker.ports.length > 0 : picker.reachesPort[port]);
  }

  /** Whether any picker {@link #serves}. */
  public boolean reachable(Demand demand, Rack rack) {
    for (var picker : pickers) {
      if (serves(picker, demand, rack)) {
        return true;
      }
    }
    return false;
  }
}
