package org.givre.bench.company;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.PlanOp.Lift;
import org.givre.plans.instance.PlanOp.Unload;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.Window;

/** A store in the course of a day: what the steps that were carried out have left. */
final class StoreCourse {
  private final Instance day;
  private final SortedMap<Integer, InstanceTube> tubes = new TreeMap<>();
  private final SortedMap<Integer, RackNow> racks = new TreeMap<>();
  private final SortedMap<Integer, StationNow> dewars = new TreeMap<>();
  private final SortedMap<Integer, StationNow> ports = new TreeMap<>();
  private final SortedMap<Integer, PickerNow> pickers = new TreeMap<>();
  private final SortedMap<Integer, Integer> picked = new TreeMap<>();
  private final Set<Integer> gone = new TreeSet<>();
  private final Set<Integer> delivered = new TreeSet<>();
  private final List<Step> done = new ArrayList<>();
  private List<Step> planned = List.of();

  private static final class RackNow {
    private final InstanceRack rack;
    private final int[] boxTubes;
    private double notBefore;

    RackNow(InstanceRack rack) {
      this.rack = rack;
      boxTubes = rack.boxTubes().stream().mapToInt(tubes -> tubes).toArray();
    }
  }

  /** A dewar or port: until when it is busy, and the slot under a dewar's opening. */
  private static final class StationNow {
    private final double x;
    private final double y;
    private double busyUntil;
    private int slot;

    StationNow(double x, double y, int slot) {
      this.x = x;
      this.y = y;
      this.slot = slot;
    }
  }

  private static final class PickerNow {
    private double x;
    private double y;
    private double freeFrom;
    private final List<CarriedTube> load = new ArrayList<>();

    PickerNow(InstancePicker picker) {
      x = picker.xMetres();
      y = picker.yMetres();
    }
  }

  StoreCourse(Instance day) {
    this.day = day;
    day.tubes().forEach(tube -> tubes.put(tube.id(), tube));
    day.racks().forEach(rack -> racks.put(rack.id(), new RackNow(rack)));
    day.dewars()
        .forEach(
            d ->
                dewars.put(
                    d.id(), new StationNow(d.xMetres(), d.yMetres(), d.carouselStartSlot())));
    day.ports()
        .forEach(port -> ports.put(port.id(), new StationNow(port.xMetres(), port.yMetres(), 0)));
    day.pickers().forEach(picker -> pickers.put(picker.id(), new PickerNow(picker)));
  }

  private static <T> T known(SortedMap<Integer, T> values, int id) {
    return Optional.ofNullable(values.get(id)).orElseThrow();
  }

  /** Replaces what has not begun. */
  void adopt(List<Step> steps) {
    planned =
        steps.stream()
            .sorted(Comparator.comparingDouble(step -> step.op().startSeconds()))
            .toList();
  }

  /** Carries out what begins before then. */
  void advance(double seconds) {
    var left = new ArrayList<Step>();
    for (var step : planned) {
      if (step.op().startSeconds() < seconds) {
        carryOut(step);
      } else {
        left.add(step);
      }
    }
    planned = left;
  }

  private void carryOut(Step step) {
    done.add(step);
    var picker = known(pickers, step.op().picker());
    var station = step.op() instanceof Lift lift ? dewarOf(lift) : portOf(step.op());
    station.busyUntil = step.endSeconds();
    picker.freeFrom = step.endSeconds();
    picker.x = station.x;
    picker.y = station.y;
    if (step.op() instanceof Lift lift) {
      lift(lift, step.endSeconds(), picker);
    } else {
      unload((Unload) step.op(), picker);
    }
  }

  private StationNow dewarOf(Lift lift) {
    return known(dewars, known(racks, lift.rack()).rack.dewar());
  }

  private StationNow portOf(PlanOp op) {
    return known(ports, ((Unload) op).port());
  }

  private void lift(Lift lift, double end, PickerNow picker) {
    var rack = known(racks, lift.rack());
    dewarOf(lift).slot = rack.rack.slot();
    rack.notBefore = end + rack.rack.recoolRatio() * (end - lift.startSeconds());
    for (var pick : lift.picks()) {
      rack.boxTubes[known(tubes, pick.tube()).level() - 1]--;
      gone.add(pick.tube());
      picked.put(pick.request(), pick.tube());
      picker.load.add(new CarriedTube(OptionalInt.of(pick.request()), pick.tube()));
    }
  }

  private void unload(Unload unload, PickerNow picker) {
    for (var carried : List.copyOf(picker.load)) {
      if (unload.tubes().contains(carried.tube())) {
        picker.load.remove(carried);
        delivered.add(carried.request().orElseThrow());
      }
    }
  }

  /** Everything that was carried out, in the order of its start. */
  List<Step> done() {
    return done;
  }

  /** What waits of the jobs that have arrived by then, for a plan that begins {@code now}. */
  Instance waiting(double arrivedBy, double now) {
    var jobs =
        day.jobs().stream()
            .filter(job -> job.releaseSeconds() <= arrivedBy)
            .map(this::open)
            .filter(job -> !job.requests().isEmpty())
            .toList();
    var listed = new TreeSet<Integer>();
    jobs.forEach(job -> job.requests().forEach(request -> listed.addAll(request.alternatives())));
    var involved = new TreeSet<Integer>();
    listed.forEach(tube -> involved.add(known(tubes, tube).rack()));
    return new Instance(
        day.name(),
        day.seed(),
        now,
        day.weights(),
        day.prices(),
        day.timing(),
        day.dewars().stream().map(dewar -> dewar(dewar, now)).toList(),
        involved.stream().map(this::rack).toList(),
        listed.stream().map(tube -> known(tubes, tube)).toList(),
        day.pickers().stream().map(picker -> picker(picker, now)).toList(),
        day.ports().stream().map(port -> port(port, now)).toList(),
        jobs,
        List.of());
  }

  private InstanceJob open(InstanceJob job) {
    var open =
        job.requests().stream()
            .filter(request -> !delivered.contains(request.id()))
            .map(this::left)
            .toList();
    return job.with(open);
  }

  private Request left(Request request) {
    return Optional.ofNullable(picked.get(request.id()))
        .map(tube -> new Request(request.id(), List.of(tube)))
        .orElseGet(
            () ->
                new Request(
                    request.id(),
                    request.alternatives().stream().filter(tube -> !gone.contains(tube)).toList()));
  }

  private InstanceRack rack(int id) {
    var now = known(racks, id);
    var rack = now.rack;
    return new InstanceRack(
        rack.id(),
        rack.dewar(),
        rack.slot(),
        IntStream.of(now.boxTubes).boxed().toList(),
        rack.boxMinBudgetSeconds(),
        rack.boxMaxOutSeconds(),
        rack.recoolRatio(),
        now.notBefore);
  }

  private InstanceDewar dewar(InstanceDewar dewar, double now) {
    var station = known(dewars, dewar.id());
    return new InstanceDewar(
        dewar.id(),
        dewar.xMetres(),
        dewar.yMetres(),
        dewar.liftWeight(),
        dewar.levelPitchMetres(),
        dewar.liftMetresPerSecond(),
        dewar.carouselSlots(),
        station.slot,
        dewar.carouselSecondsPerSlot(),
        dewar.park(),
        busy(station, now));
  }

  private InstancePort port(InstancePort port, double now) {
    return new InstancePort(
        port.id(),
        port.xMetres(),
        port.yMetres(),
        port.clearSeconds(),
        port.bufferTubes(),
        busy(known(ports, port.id()), now));
  }

  private static List<Window> busy(StationNow station, double now) {
    return station.busyUntil > now ? List.of(new Window(now, station.busyUntil)) : List.of();
  }

  private InstancePicker picker(InstancePicker picker, double now) {
    var here = known(pickers, picker.id());
    return new InstancePicker(
        picker.id(),
        here.x,
        here.y,
        picker.xMetresPerSecond(),
        picker.yMetresPerSecond(),
        picker.carrierTubes(),
        picker.dewars(),
        picker.ports(),
        Math.max(now, here.freeFrom),
        List.of(),
        here.load);
  }
}
