package org.givre.devices.action;

import java.util.Optional;
import java.util.TreeMap;

/** Translates the record of an action to and from {@code journal/v1/action.proto}. */
public final class ActionMessage {
  private ActionMessage() {}

  /** Its protobuf form. */
  public static org.givre.protocols.journal.v1.ActionRecord of(ActionRecord action) {
    return org.givre.protocols.journal.v1.ActionRecord.newBuilder()
        .setId(action.id())
        .setType(action.type())
        .putAllArguments(action.arguments())
        .setRefusal(action.refusal().orElse(""))
        .build();
  }

  /** The record that {@code message} holds. */
  public static ActionRecord toAction(org.givre.protocols.journal.v1.ActionRecord message) {
    return new ActionRecord(
        message.getId(),
        message.getType(),
        new TreeMap<>(message.getArgumentsMap()),
        Optional.of(message.getRefusal()).filter(code -> !code.isEmpty()));
  }
}
