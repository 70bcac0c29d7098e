package org.givre.orchestrator.api;

import akka.actor.typed.javadsl.AskPattern;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.port.PortCommand;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.StoreDefinition;

/** Asks devices how they are; one that does not answer is listed all the same. */
final class DeviceDesk {
  /** Devices are on this node: who takes longer has lost its journal or hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ApiParts parts;
  private final StoreDefinition store;
  private final Silences silences;

  DeviceDesk(ApiParts parts) {
    this.parts = parts;
    this.store = parts.store();
    this.silences = new Silences(parts.time());
  }

  /** Every device of the store: pickers, dewars, ports, in the order of the store file. */
  List<String> ids() {
    return Stream.of(
            store.pickers().stream().map(picker -> picker.id().value()),
            store.dewars().stream().map(dewar -> dewar.id().value()),
            store.ports().stream().map(port -> port.id().value()))
        .flatMap(ids -> ids)
        .toList();
  }

  long offset() {
    return parts.view().appliedOffset();
  }

  /** The device as it describes itself, or {@code UNREACHABLE}. */
  CompletionStage<ObjectNode> device(String id) {
    if (store.pickers().stream().anyMatch(picker -> picker.id().value().equals(id))) {
      return described(id, "picker", picker(new PickerId(id)));
    }
    return store.dewars().stream().anyMatch(dewar -> dewar.id().value().equals(id))
        ? described(id, "dewar", dewar(new DewarId(id)))
        : described(id, "port", port(new PortId(id)));
  }

  private CompletionStage<ObjectNode> described(
      String id, String kind, CompletionStage<ObjectNode> answer) {
    return answer.handle(
        (fields, silence) -> {
          var json = JsonNodeFactory.instance.objectNode();
          json.put("id", id).put("kind", kind);
          json.put("driver", kind.equals("picker") ? parts.site().driver() : null);
          if (silence == null) {
            json.put("lastHeard", silences.heard(id).toString());
            json.setAll(fields);
          } else {
            json.put("state", "UNREACHABLE").put("since", silences.since(id).toString());
            json.put("reason", "It does not answer.").putArray("holds");
          }
          json.putArray("actions");
          return json;
        });
  }

  private CompletionStage<ObjectNode> picker(PickerId id) {
    return AskPattern.<PickerCommand, PickerPicture>ask(
            parts.devices().picker(id),
            PickerCommand.Describe::new,
            PATIENCE,
            parts.system().scheduler())
        .thenApply(DeviceDesk::picker);
  }

  private static ObjectNode picker(PickerPicture picture) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("state", picture.state().name()).put("since", picture.since().toString());
    json.put("reason", picture.reason().isEmpty() ? null : picture.reason());
    json.put("station", picture.station().isEmpty() ? null : picture.station());
    json.put("task", picture.task().map(task -> task.taskId()).orElse(null));
    var holds = json.putArray("holds");
    picture.carrier().forEach(carried -> holds.add(carried.tube().value()));
    return json;
  }

  private CompletionStage<ObjectNode> dewar(DewarId id) {
    return AskPattern.<DewarCommand, DewarPicture>ask(
            parts.devices().dewar(id),
            DewarCommand.Describe::new,
            PATIENCE,
            parts.system().scheduler())
        .thenApply(
            picture -> {
              var holder = picture.holder();
              var json = station(holder.isPresent());
              json.put("holder", holder.map(h -> h.picker().value()).orElse(null));
              json.put("task", holder.map(DewarCommand.Holder::taskId).orElse(null));
              return json.put("carouselSlot", picture.carouselSlot());
            });
  }

  private CompletionStage<ObjectNode> port(PortId id) {
    return AskPattern.<PortCommand, PortPicture>ask(
            parts.devices().port(id),
            PortCommand.Describe::new,
            PATIENCE,
            parts.system().scheduler())
        .thenApply(
            picture ->
                station(picture.docked().isPresent())
                    .put("task", picture.docked().orElse(null))
                    .put("freeSlots", picture.freeSlots()));
  }

  private static ObjectNode station(boolean busy) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("state", busy ? "BUSY" : "AVAILABLE").putNull("since").putNull("reason");
    json.putArray("holds");
    return json;
  }
}
