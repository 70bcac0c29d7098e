package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.givre.plans.explain.Binding.Kind;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Window;

/**
 * Gives every operation its earliest legal start in a given order: who comes first in the list
 * comes first at a picker, dewar, rack and port. For one list only. An operation that names what
 * does not exist keeps its start.
 */
final class Retiming {
  private final Catalogue catalogue;
  private final Map<Integer, PickerTrack> pickers = new HashMap<>();
  private final Map<Integer, DewarTrack> dewars = new HashMap<>();
  private final Map<Integer, Rest> racks = new HashMap<>();
  private final Map<Integer, PortTrack> ports = new HashMap<>();
  private final List<TimedStep> timed = new ArrayList<>();

  /** When a rack has cooled again, and after which operation. */
  private record Rest(double readySeconds, int after) {}

  private Retiming(Catalogue catalogue) {
    this.catalogue = catalogue;
    var instance = catalogue.instance();
    for (var picker : instance.pickers()) {
      pickers.put(
          picker.id(),
          new PickerTrack(
              picker, instance.nowSeconds(), instance.timing().travelOverheadSeconds()));
    }
    instance.dewars().forEach(dewar -> dewars.put(dewar.id(), new DewarTrack(dewar)));
    instance.ports().forEach(port -> ports.put(port.id(), new PortTrack(port)));
  }

  /** The steps in the same order, each at its earliest start. */
  static List<TimedStep> of(Catalogue catalogue, List<Step> order) {
    var retiming = new Retiming(catalogue);
    order.forEach(retiming::time);
    return retiming.timed;
  }

  private void time(Step step) {
    var picker = Optional.ofNullable(pickers.get(step.op().picker()));
    var done = picker.isPresent() && time(step, picker.get());
    if (!done) {
      var start = step.op().startSeconds();
      var own = new Binding(Kind.WAY, step.op().picker(), start, OptionalInt.empty());
      timed.add(new TimedStep(step, start, own));
    }
  }

  private boolean time(Step step, PickerTrack picker) {
    if (step.op() instanceof PlanOp.Unload unload) {
      var port = Optional.ofNullable(ports.get(unload.port()));
      port.ifPresent(where -> unload(step, unload, picker, where));
      return port.isPresent();
    }
    var rackId = rackOf(step.op());
    var rack = catalogue.rack(rackId);
    rack.ifPresent(what -> lift(step, what, picker));
    return rack.isPresent();
  }

  private static int rackOf(PlanOp op) {
    return op instanceof PlanOp.Lift lift ? lift.rack() : ((PlanOp.Place) op).rack();
  }

  private void lift(Step step, InstanceRack rack, PickerTrack picker) {
    var dewar = Optional.ofNullable(dewars.get(rack.dewar())).orElseThrow();
    var time = time(step.op(), dewar.dewar);
    var timing = catalogue.instance().timing();
    var gripped = dewar.turnSeconds(rack.slot()) + timing.gripSeconds();
    var length = gripped + time.motionSeconds() + timing.releaseSeconds();
    var earliest = new Earliest();
    picker.arrive(earliest, dewar.dewar.xMetres(), dewar.dewar.yMetres());
    dewar.opening(earliest);
    rest(earliest, rack);
    release(earliest, step.op());
    keepOutside(
        earliest,
        length,
        picker.picker,
        new Closed(dewar.dewar.unavailable(), Kind.DEWAR_CLOSED, dewar.dewar.id()));
    var end = earliest.seconds() + length;
    picker.workedAt(dewar.dewar.xMetres(), dewar.dewar.yMetres(), end, step.number());
    dewar.lifted(rack.slot(), end, step.number());
    racks.put(
        rack.id(), new Rest(end + rack.recoolRatio() * time.longestOutSeconds(), step.number()));
    add(step, earliest, end);
  }

  private LiftTime time(PlanOp op, InstanceDewar dewar) {
    return op instanceof PlanOp.Lift lift
        ? LiftTime.of(catalogue, dewar, lift)
        : LiftTime.of(catalogue, dewar, (PlanOp.Place) op);
  }

  private void rest(Earliest earliest, InstanceRack rack) {
    earliest.notBefore(rack.notBeforeSeconds(), Kind.RECOOL_BEFORE, rack.id(), OptionalInt.empty());
    var rest = racks.get(rack.id());
    if (rest != null) {
      earliest.notBefore(rest.readySeconds(), Kind.RECOOL, rack.id(), OptionalInt.of(rest.after()));
    }
  }

  private void release(Earliest earliest, PlanOp op) {
    if (op instanceof PlanOp.Lift lift) {
      lift.picks().stream()
          .map(Pick::request)
          .flatMap(request -> catalogue.jobOf(request).stream())
          .forEach(job -> release(earliest, job));
    }
  }

  private static void release(Earliest earliest, InstanceJob job) {
    earliest.notBefore(job.releaseSeconds(), Kind.RELEASE, job.id(), OptionalInt.empty());
  }

  private void unload(Step step, PlanOp.Unload unload, PickerTrack picker, PortTrack port) {
    var timing = catalogue.instance().timing();
    var tubes = unload.tubes().size();
    var length = timing.dockSeconds() + tubes * timing.unloadSeconds();
    InstancePort where = port.port;
    var earliest = new Earliest();
    picker.arrive(earliest, where.xMetres(), where.yMetres());
    port.room(earliest, tubes);
    keepOutside(
        earliest,
        length,
        picker.picker,
        new Closed(where.unavailable(), Kind.PORT_CLOSED, where.id()));
    var end = earliest.seconds() + length;
    picker.workedAt(where.xMetres(), where.yMetres(), end, step.number());
    port.received(tubes, end, step.number());
    add(step, earliest, end);
  }

  /** Windows of a place. */
  private record Closed(List<Window> windows, Kind kind, int resource) {}

  private static void keepOutside(
      Earliest earliest, double length, InstancePicker picker, Closed place) {
    boolean moved = true;
    while (moved) {
      moved = earliest.outside(place.windows(), length, place.kind(), place.resource());
      moved |= earliest.outside(picker.unavailable(), length, Kind.PICKER_CLOSED, picker.id());
    }
  }

  private void add(Step step, Earliest earliest, double end) {
    var started = step.with(step.op().startingAt(earliest.seconds()));
    timed.add(new TimedStep(started, end, earliest.binding()));
  }
}
