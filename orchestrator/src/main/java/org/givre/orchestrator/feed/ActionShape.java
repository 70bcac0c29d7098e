package org.givre.orchestrator.feed;

import org.givre.devices.action.ActionRecord;

/** What subscribers see of an action, whomever it concerns. */
final class ActionShape {
  private ActionShape() {}

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
