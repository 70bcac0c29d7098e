package org.givre.devices.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answer to an action: how it was decided, durably.
 *
 * @param refusal code of the refusal; empty where it was accepted
 * @param detail why, and what to do; empty where it was accepted
 * @param revision after it
 * @param done whether what was asked holds already; otherwise it is under way
 * @param promisedAt engine time by which it will hold, where that can be said
 * @param allowed types of actions that would change something now
 */
public record ActionAnswer(
    String id,
    Optional<String> refusal,
    String detail,
    long revision,
    boolean done,
    Optional<Instant> promisedAt,
    List<String> allowed) {
  public ActionAnswer {
    allowed = List.copyOf(allowed);
  }
}
