package org.givre.orchestrator.api;

import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.journal.Cause;

/**
 * An action as somebody has asked for it.
 *
 * @param finding why it cannot be, where that is known before anybody is asked: it is handed on all
 *     the same, to be recorded
 */
record AskedAction(Action action, String reason, String who, Optional<Problem> finding) {

  /** The cause of what comes of it, for a job, a device or the site. */
  Cause cause(String target) {
    return action.cause(who, reason, target);
  }

  /** The same action, which cannot be. */
  AskedAction impossible(Problem found) {
    var refused =
        new Action(
            action.id(),
            action.type(),
            action.arguments(),
            action.ifRevision(),
            Optional.of(found.code().code()));
    return new AskedAction(refused, reason, who, Optional.of(found));
  }
}
