package org.givre.orchestrator.api;

import akka.actor.typed.ActorRef;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AskPattern;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.givre.devices.action.ActionAnswer;
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

/** Asks devices how they are, and to act; one that does not answer is listed all the same. */
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

  private boolean isPicker(String id) {
    return store.pickers().stream().anyMatch(picker -> picker.id().value().equals(id));
  }

  private boolean isDewar(String id) {
    return store.dewars().stream().anyMatch(dewar -> dewar.id().value().equals(id));
  }

  /** The device as it describes itself, or {@code UNREACHABLE}. */
  CompletionStage<ObjectNode> device(String id) {
    if (isPicker(id)) {
      return described(id, "picker", picker(new PickerId(id)));
    }
    return isDewar(id)
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
            json.putNull("revision").putArray("actions");
          }
          return json;
        });
  }

  private CompletionStage<ObjectNode> picker(PickerId id) {
    return this.<PickerCommand, PickerPicture>ask(
            parts.devices().picker(id), PickerCommand.Describe::new, PATIENCE)
        .thenApply(DeviceJson::picker);
  }

  private CompletionStage<ObjectNode> dewar(DewarId id) {
    return this.<DewarCommand, DewarPicture>ask(
            parts.devices().dewar(id), DewarCommand.Describe::new, PATIENCE)
        .thenApply(DeviceJson::dewar);
  }

  private CompletionStage<ObjectNode> port(PortId id) {
    return this.<PortCommand, PortPicture>ask(
            parts.devices().port(id), PortCommand.Describe::new, PATIENCE)
        .thenApply(DeviceJson::port);
  }

  private <C, A> CompletionStage<A> ask(
      RecipientRef<C> device, Function<ActorRef<A>, C> command, Duration patience) {
    return AskPattern.ask(device, command::apply, patience, parts.system().scheduler());
  }

  /** Has the device decide; answered once it is durable. */
  CompletionStage<ActionAnswer> act(String id, AskedAction asked) {
    return decided(id, asked)
        .exceptionally(
            silence -> {
              throw explained(id, silence);
            });
  }

  private CompletionStage<ActionAnswer> decided(String id, AskedAction asked) {
    var action = asked.action();
    var cause = asked.cause(id);
    var patience = parts.limits().answerWithin();
    if (isPicker(id)) {
      var picker = parts.devices().picker(new PickerId(id));
      return ask(picker, replyTo -> new PickerCommand.Act(action, cause, replyTo), patience);
    }
    if (isDewar(id)) {
      var dewar = parts.devices().dewar(new DewarId(id));
      return ask(dewar, replyTo -> new DewarCommand.Act(action, cause, replyTo), patience);
    }
    var port = parts.devices().port(new PortId(id));
    return ask(port, replyTo -> new PortCommand.Act(action, cause, replyTo), patience);
  }

  /** A device that is silent is no trouble of the engine's, as a job would be. */
  private static RuntimeException explained(String id, Throwable failure) {
    var cause = Optional.ofNullable(failure.getCause()).orElse(failure);
    return cause instanceof TimeoutException
        ? Problem.of(
                ProblemCode.DEVICE_UNREACHABLE,
                "%s does not answer. It may have done what was asked; look before you repeat it."
                    .formatted(id))
            .withActions(List.of())
            .thrown()
        : new CompletionException(cause);
  }
}
