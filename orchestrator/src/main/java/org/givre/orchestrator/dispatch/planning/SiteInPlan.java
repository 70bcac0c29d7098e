package org.givre.orchestrator.dispatch.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.Picker;
import org.givre.plans.store.Port;
import org.givre.plans.store.PortId;
import org.givre.plans.store.StoreDefinition;

/** Dewars, pickers and ports of a store as they stand once running tasks are over. */
final class SiteInPlan {
  private final StoreDefinition store;
  private final PlanningInput input;
  private final PlanNames names;
  private final CarrierLoads loads;
  private final Freezing freezing;

  SiteInPlan(StoreDefinition store, PlanningInput input, PlanNames names, CarrierLoads loads) {
    this.store = store;
    this.input = input;
    this.names = names;
    this.loads = loads;
    freezing = new Freezing(input);
  }

  List<InstanceDewar> dewars() {
    return store.dewars().stream().map(this::dewar).toList();
  }

  private InstanceDewar dewar(Dewar dewar) {
    var picture = Optional.ofNullable(input.picture().dewars().get(dewar.id()));
    return new InstanceDewar(
        names.id(dewar.id()),
        dewar.xMetres(),
        dewar.yMetres(),
        dewar.liftWeight(),
        dewar.levelPitchMetres(),
        dewar.liftMetresPerSecond(),
        dewar.carouselSlots(),
        freezing.carouselSlot(dewar, picture),
        dewar.carouselSecondsPerSlot(),
        dewar.park(),
        freezing.unavailable(dewar.id()));
  }

  List<InstancePort> ports() {
    return store.ports().stream().map(this::port).toList();
  }

  private InstancePort port(Port port) {
    return new InstancePort(
        names.id(port.id()),
        port.xMetres(),
        port.yMetres(),
        port.clearSeconds(),
        port.bufferTubes(),
        freezing.unavailable(port.id()));
  }

  List<InstancePicker> pickers() {
    return store.pickers().stream()
        .filter(picker -> loads.isFit(picker.id()))
        .map(this::picker)
        .toList();
  }

  private InstancePicker picker(Picker picker) {
    var place = place(picker);
    return new InstancePicker(
        names.id(picker.id()),
        place.xMetres(),
        place.yMetres(),
        picker.xMetresPerSecond(),
        picker.yMetresPerSecond(),
        picker.carrierTubes(),
        picker.dewars().stream().map(names::id).toList(),
        picker.ports().stream().filter(this::isOpen).map(names::id).toList(),
        freezing.availableFrom(picker.id()),
        List.of(),
        loads.of(picker.id()).stream()
            .map(
                carried ->
                    new CarriedTube(
                        OptionalInt.of(names.id(carried.request())), names.id(carried.tube())))
            .toList());
  }

  /** Whether the dock is free, or will be when a running task is over. */
  private boolean isOpen(PortId port) {
    var picture = Optional.ofNullable(input.picture().ports().get(port));
    return picture.isPresent()
        && picture.get().docked().stream()
            .allMatch(
                task -> input.running().stream().anyMatch(r -> r.task().taskId().equals(task)));
  }

  private record Place(double xMetres, double yMetres) {}

  /** Where its task ends, or where it stands; its home before its first travel. */
  private Place place(Picker picker) {
    var station =
        freezing
            .of(picker.id())
            .map(SiteInPlan::station)
            .or(
                () ->
                    Optional.ofNullable(input.picture().pickers().get(picker.id()))
                        .map(PickerPicture::station))
            .orElse("");
    return stations()
        .filter(s -> s.name().equals(station))
        .map(Station::place)
        .findFirst()
        .orElseGet(() -> new Place(picker.xMetres(), picker.yMetres()));
  }

  private static String station(RunningTask running) {
    return running.task() instanceof LiftTask lift
        ? lift.dewar().value()
        : ((UnloadTask) running.task()).port().value();
  }

  private record Station(String name, Place place) {}

  private Stream<Station> stations() {
    return Stream.concat(
        store.dewars().stream()
            .map(d -> new Station(d.id().value(), new Place(d.xMetres(), d.yMetres()))),
        store.ports().stream()
            .map(p -> new Station(p.id().value(), new Place(p.xMetres(), p.yMetres()))));
  }
}
