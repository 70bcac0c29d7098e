package org.givre.orchestrator.feed;

import java.util.Map;
import org.givre.devices.action.ActionEvent;
import org.givre.devices.action.ActionRecord;

/** What subscribers see of an action, whomever it concerns. */
final class ActionShape {
  private static final String ACTED = "device.acted";

  /** By what was wanted; looked up, never iterated. */
  private static final Map<String, String> DEVICE_TYPES =
      Map.of(
          "pause", "device.paused",
          "resume", "device.resumed",
          "drain", "device.draining",
          "returnToService", "device.returned");

  private ActionShape() {}

  /** What a device was told: by what has come of it where that is something. */
  static Draft ofDevice(ActionEvent event, FeedEvent at) {
    return of(Draft.of(at, typeOf(event.action())).device(at.owner()), event.action());
  }

  private static String typeOf(ActionRecord action) {
    return action.accepted() ? DEVICE_TYPES.getOrDefault(action.type(), ACTED) : ACTED;
  }

  /** {@code draft} with a body that says what was wanted and how it was decided. */
  static Draft of(Draft draft, ActionRecord action) {
    return draft.body(
        body -> {
          body.put("id", action.id()).put("action", action.type());
          body.put("outcome", action.accepted() ? "ACCEPTED" : "REFUSED");
          body.put("code", action.refusal().orElse(null));
          action.arguments().forEach(body.putObject("arguments")::put);
        });
  }
}
