package org.givre.devices.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import akka.actor.typed.ActorRef;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.ActorContext;
import java.net.URLEncoder;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.dewar.Dewar;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.picker.Picker;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerEquipment;
import org.givre.devices.port.Port;
import org.givre.devices.port.PortCommand;
import org.givre.devices.rack.AwakeRacks;
import org.givre.devices.rack.Rack;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.rack.RackDoor;
import org.givre.devices.rack.RackShape;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;

/**
 * All devices of a store on this node. Pickers, dewars and ports are spawned at once and stay,
 * since a robot may report at any time. A rack wakes when it is first asked something, and may go
 * to rest again: a store has thousands, of which few are busy.
 */
public final class LocalDeviceDirectory implements DeviceDirectory {
  private final SortedMap<RackId, ActorRef<RackCommand>> racks = new TreeMap<>();
  private final SortedMap<DewarId, ActorRef<DewarCommand>> dewars = new TreeMap<>();
  private final SortedMap<PortId, ActorRef<PortCommand>> ports = new TreeMap<>();
  private final SortedMap<PickerId, ActorRef<PickerCommand>> pickers = new TreeMap<>();
  private final ActorContext<?> parent;
  private final ActorRef<AwakeRacks.Asked> awake;

  /**
   * Spawns every device of the site as a child of the actor whose context this is. To be called by
   * that actor.
   */
  public static LocalDeviceDirectory spawn(ActorContext<?> parent, DeviceSite site) {
    return spawn(parent, site, AwakeRacks.USUAL);
  }

  static LocalDeviceDirectory spawn(ActorContext<?> parent, DeviceSite site, int mostAwake) {
    var awake = parent.spawn(AwakeRacks.create(mostAwake), "awake-racks");
    var directory = new LocalDeviceDirectory(parent, awake);
    var time = site.time();
    site.store().dewars().forEach(dewar -> directory.add(dewar, time));
    site.store().ports().forEach(port -> directory.add(port, time));
    var equipment =
        new PickerEquipment(site.store(), site.drivers(), directory, site.orderIds(), time);
    site.store().pickers().forEach(picker -> directory.add(picker.id(), equipment));
    return directory;
  }

  private LocalDeviceDirectory(ActorContext<?> parent, ActorRef<AwakeRacks.Asked> awake) {
    this.parent = parent;
    this.awake = awake;
  }

  private void add(org.givre.plans.store.Dewar dewar, EngineTime time) {
    dewars.put(
        dewar.id(), parent.spawn(Dewar.create(dewar.id(), time), actorName("dewar", dewar.id())));
    var shape = RackShape.of(dewar);
    for (var rack : dewar.racks()) {
      var door = RackDoor.create(Rack.create(rack, shape, time), awake);
      racks.put(rack, parent.spawn(door, actorName("rack", rack)));
    }
  }

  private void add(org.givre.plans.store.Port port, EngineTime time) {
    ports.put(port.id(), parent.spawn(Port.create(port, time), actorName("port", port.id())));
  }

  private void add(PickerId picker, PickerEquipment equipment) {
    pickers.put(
        picker, parent.spawn(Picker.create(picker, equipment), actorName("picker", picker)));
  }

  /** A name of the store may have characters that a path of Akka's may not. */
  private static String actorName(String kind, Object id) {
    return kind + "-" + URLEncoder.encode(id.toString(), UTF_8);
  }

  @Override
  public RecipientRef<RackCommand> rack(RackId id) {
    return found("rack", racks, id);
  }

  @Override
  public RecipientRef<DewarCommand> dewar(DewarId id) {
    return found("dewar", dewars, id);
  }

  @Override
  public RecipientRef<PortCommand> port(PortId id) {
    return found("port", ports, id);
  }

  @Override
  public RecipientRef<PickerCommand> picker(PickerId id) {
    return found("picker", pickers, id);
  }

  private static <I, C> ActorRef<C> found(String kind, SortedMap<I, ActorRef<C>> devices, I id) {
    var device = devices.get(id);
    if (device == null) {
      throw new IllegalArgumentException(
          "The store has no %s %s; check the name against the store file".formatted(kind, id));
    }
    return device;
  }
}
