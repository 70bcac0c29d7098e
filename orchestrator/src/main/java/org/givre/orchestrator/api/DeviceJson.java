package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.givre.devices.action.Service;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.dewar.DewarCommand.Holder;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.port.PortCommand.PortPicture;

/** Devices as JSON, as they describe themselves. */
final class DeviceJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DeviceJson() {}

  static ObjectNode picker(PickerPicture picture) {
    var fault = picture.state() == PickerCommand.State.FAULT;
    var json = NODES.objectNode();
    json.put("state", picture.state().name()).put("since", picture.since().toString());
    json.set("reason", text(picture.reason()));
    json.set("station", text(picture.station()));
    json.put("task", picture.task().map(PickerTask::taskId).orElse(null));
    var holds = json.putArray("holds");
    picture.carrier().forEach(carried -> holds.add(carried.tube().value()));
    return service(picture.service(), fault, json);
  }

  static ObjectNode dewar(DewarPicture picture) {
    var holder = picture.holder();
    var json = station(picture.service(), holder.isPresent());
    json.put("holder", holder.map(h -> h.picker().value()).orElse(null));
    json.put("task", holder.map(Holder::taskId).orElse(null));
    json.put("carouselSlot", picture.carouselSlot());
    return service(picture.service(), false, json);
  }

  static ObjectNode port(PortPicture picture) {
    var json = station(picture.service(), picture.docked().isPresent());
    json.put("task", picture.docked().orElse(null)).put("freeSlots", picture.freeSlots());
    return service(picture.service(), false, json);
  }

  /** A dewar or a port is in the state that its service and who is there make together. */
  private static ObjectNode station(Service service, boolean busy) {
    var json = NODES.objectNode();
    json.put("state", state(service.mode(), busy));
    json.set("since", changedAt(service));
    json.set("reason", text(service.inService() ? "" : service.reason()));
    json.putArray("holds");
    return json;
  }

  private static String state(Service.Mode mode, boolean busy) {
    return switch (mode) {
      case IN_SERVICE -> busy ? "BUSY" : "AVAILABLE";
      case PAUSED -> busy ? "BUSY" : "PAUSED";
      case DRAINED -> busy ? "DRAINING" : "OUT_OF_SERVICE";
    };
  }

  private static ObjectNode service(Service service, boolean fault, ObjectNode json) {
    json.put("revision", service.revision());
    var mode = json.putObject("service").put("mode", service.mode().name());
    mode.set("since", changedAt(service));
    mode.set("reason", text(service.reason()));
    var actions = json.putArray("actions");
    service.allowed(fault).forEach(actions::add);
    return json;
  }

  private static JsonNode text(String text) {
    return text.isEmpty() ? NODES.nullNode() : NODES.textNode(text);
  }

  private static JsonNode changedAt(Service service) {
    return service.since().equals(Instant.EPOCH)
        ? NODES.nullNode()
        : NODES.textNode(service.since().toString());
  }
}
