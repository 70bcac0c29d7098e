package org.givre.plans.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.TubeReturn;
import org.givre.plans.instance.Weights;
import org.givre.plans.instance.Window;

/** The worked example of the exchange format, open to changes; and its plan, op by op. */
public final class Problem {
  static final double NONE = Double.POSITIVE_INFINITY;

  double nowSeconds = 0;
  Timing timing = Timing.DEFAULT;
  double liftWeight = 1;
  Optional<Park> park = Optional.of(new Park(4, 4, 0.1));
  List<Window> dewarWindows = List.of();
  List<Integer> boxTubes0 = List.of(60, 80, 100);
  List<Double> budgets0 = List.of(900.0, 900.0, 900.0);
  public List<Double> caps0 = List.of(60.0, 60.0, 60.0);
  double notBefore0 = 0;
  List<Double> caps1 = List.of(NONE, NONE, NONE);
  double recoolRatio = 2;
  final List<InstanceTube> tubes =
      new ArrayList<>(
          List.of(
              new InstanceTube(0, 0, 1, 960),
              new InstanceTube(1, 0, 3, 960),
              new InstanceTube(2, 1, 2, 960),
              new InstanceTube(3, 1, 2, 960)));
  final List<InstancePicker> pickers = new ArrayList<>(List.of(picker(0, 12, List.of())));
  int bufferTubes = 96;
  List<Window> portWindows = List.of();
  final List<InstancePort> morePorts = new ArrayList<>();
  double priority = 2;
  double releaseSeconds = 0;
  double deadlineSeconds = 120;
  OptionalInt jobPort = OptionalInt.empty();
  List<Integer> jobPickers = List.of();
  public final List<Request> requests =
      new ArrayList<>(
          List.of(
              new Request(0, List.of(0)),
              new Request(1, List.of(1, 2)),
              new Request(2, List.of(3))));
  final List<TubeReturn> returns = new ArrayList<>();

  static InstancePicker picker(int id, int carrierTubes, List<CarriedTube> load) {
    return picker(id, carrierTubes, load, List.of());
  }

  static InstancePicker picker(
      int id, int carrierTubes, List<CarriedTube> load, List<Window> windows) {
    return new InstancePicker(
        id, 0, 0.9, 0.6, 0.6, carrierTubes, List.of(0), List.of(0), 0, windows, load);
  }

  static CarriedTube carried(int request, int tube) {
    return new CarriedTube(OptionalInt.of(request), tube);
  }

  static CarriedTube returning(int tube) {
    return new CarriedTube(OptionalInt.empty(), tube);
  }

  public Instance instance() {
    var ports =
        new ArrayList<>(List.of(new InstancePort(0, 1.2, 0.9, 60, bufferTubes, portWindows)));
    ports.addAll(morePorts);
    return new Instance(
        "example",
        0,
        nowSeconds,
        Weights.DEFAULT,
        Prices.DEFAULT,
        timing,
        List.of(new InstanceDewar(0, 0, 0, liftWeight, 0.06, 0.1, 12, 0, 0.8, park, dewarWindows)),
        List.of(
            new InstanceRack(0, 0, 0, boxTubes0, budgets0, caps0, recoolRatio, notBefore0),
            new InstanceRack(
                1,
                0,
                10,
                List.of(50, 90, 70),
                Collections.nCopies(3, 900.0),
                caps1,
                recoolRatio,
                0)),
        tubes,
        pickers,
        ports,
        List.of(
            new InstanceJob(
                0,
                priority,
                releaseSeconds,
                OptionalDouble.of(60),
                OptionalDouble.of(deadlineSeconds),
                jobPort,
                jobPickers,
                requests)),
        returns);
  }

  Verdict judge(PlanOp... ops) {
    return PlanCheck.of(instance()).judge(plan(ops));
  }

  /** The kinds that the judge finds in the worked example's plan. */
  List<ViolationKind> kinds() {
    return kinds(lift0(3.5), park1(15.7), unload(52, 2, 3, 0));
  }

  List<ViolationKind> kinds(PlanOp... ops) {
    return judge(ops).violations().stream().map(Violation::kind).toList();
  }

  public static RetrievalPlan plan(PlanOp... ops) {
    return new RetrievalPlan(Optional.of("example"), "test", 0, List.of(ops));
  }

  /** Rack 0 held for tube 0. */
  public static PlanOp.Lift lift0(double start) {
    return lift(0, start, 0, LiftMode.HOLD, new Pick(0, 0));
  }

  /** Rack 1 parked for tubes 2 and 3. */
  public static PlanOp.Lift park1(double start) {
    return lift(0, start, 1, LiftMode.PARK, new Pick(1, 2), new Pick(2, 3));
  }

  static PlanOp.Lift lift(int picker, double start, int rack, LiftMode mode, Pick... picks) {
    return new PlanOp.Lift(picker, start, OptionalInt.of(0), rack, mode, List.of(picks));
  }

  public static PlanOp.Unload unload(double start, int... tubes) {
    return unloadAt(0, 0, start, tubes);
  }

  static PlanOp.Unload unloadAt(int picker, int port, double start, int... tubes) {
    return new PlanOp.Unload(picker, start, port, IntStream.of(tubes).boxed().toList());
  }

  static PlanOp.Place place(double start, int rack, Placement... places) {
    return new PlanOp.Place(0, start, rack, List.of(places));
  }
}
