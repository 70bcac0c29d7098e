package org.givre.orchestrator.dispatch.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.Picker;
import org.givre.plans.store.Port;
import org.givre.plans.store.StoreDefinition;

/** Dewars, pickers and ports of a store as they stand once running tasks are over. */
final class SiteInPlan {
  private final StoreDefinition store;
  private final PlanningInput input;
  private final PlanNames names;
  private final CarrierLoads loads;
  private final StationAccess access;
  private final Freezing freezing;

  SiteInPlan(StoreDefinition store, PlanningInput input, PlanNames names, CarrierLoads loads) {
    this.store = store;
    this.input = input;
    this.names = names;
    this.loads = loads;
    access = new StationAccess(store, input);
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
        .filter(picker -> room(picker) > 0)
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
        room(picker),
        picker.dewars().stream().map(names::id).toList(),
        picker.ports().stream().filter(access::isOpen).map(names::id).toList(),
        freezing.availableFrom(picker.id()),
        List.of(),
        load(picker));
  }

  /** Wells of the carrier that are free or will be emptied. */
  private int room(Picker picker) {
    return picker.carrierTubes() - loads.staying(picker.id());
  }

  private List<CarriedTube> load(Picker picker) {
    var toDeliver =
        loads.toDeliver(picker.id()).stream()
            .map(tube -> carried(OptionalInt.of(names.id(tube.request())), tube));
    var toPutBack =
        loads.toPutBack(picker.id()).stream().map(tube -> carried(OptionalInt.empty(), tube));
    return Stream.concat(toDeliver, toPutBack).toList();
  }

  private CarriedTube carried(OptionalInt request, LoadedTube tube) {
    return new CarriedTube(request, names.id(tube.tube()));
  }

  private record Place(double xMetres, double yMetres) {}

  /** Where its task ends, or where it stands; its home before its first travel. */
  private Place place(Picker picker) {
    var station =
        freezing
            .of(picker.id())
            .map(running -> running.task().station())
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

  private record Station(String name, Place place) {}

  private Stream<Station> stations() {
    return Stream.concat(
        store.dewars().stream()
            .map(d -> new Station(d.id().value(), new Place(d.xMetres(), d.yMetres()))),
        store.ports().stream()
            .map(p -> new Station(p.id().value(), new Place(p.xMetres(), p.yMetres()))));
  }
}
