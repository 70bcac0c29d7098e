package org.givre.orchestrator.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.action.Refusals;

/**
 * Whether an operator has stopped the whole site.
 *
 * @param since engine time of the last change; the epoch before the first
 * @param reason of the last change, in the operator's words
 * @param revision rises with every change
 */
public record SiteHold(boolean held, Instant since, String reason, long revision) {
  static final SiteHold NEVER = new SiteHold(false, Instant.EPOCH, "", 1);

  private static final String HOLD = "holdAll";
  private static final String RELEASE = "release";

  /** Why an action is refused; empty if it may be done, or changes nothing. */
  Optional<String> refusal(Action action) {
    return action
        .refusalAt(revision)
        .or(
            () ->
                List.of(HOLD, RELEASE).contains(action.type())
                    ? Optional.empty()
                    : Optional.of(Refusals.ACTION_NOT_SUPPORTED));
  }

  /** After {@code action}; this very value where it was refused or changes nothing. */
  SiteHold after(ActionRecord action, Instant at, String why) {
    var wanted = action.type().equals(HOLD);
    return !action.accepted() || wanted == held
        ? this
        : new SiteHold(wanted, at, why, revision + 1);
  }

  /** Types of actions that would change something. */
  List<String> allowed() {
    return List.of(held ? RELEASE : HOLD);
  }
}
