package org.givre.devices.journal;

/**
 * Who or what made something happen, and why. Travels with every command that may lead to an event.
 *
 * @param id of the client, operator, device, policy or timer
 * @param reason in words; may be empty
 * @param correlation what it all belongs to: a job, an import, a plan
 * @param causation the command, order or report that led to it directly
 */
public record Cause(Kind kind, String id, String reason, String correlation, String causation) {
  /** What kinds of causes there are. */
  public enum Kind {
    CLIENT,
    OPERATOR,
    POLICY,
    DEVICE,
    TIMER
  }

  /** The same cause, one step further down. */
  public Cause because(String nextCausation) {
    return new Cause(kind, id, reason, correlation, nextCausation);
  }

  /** A policy of the engine. */
  public static Cause policy(String id, String correlation, String causation) {
    return new Cause(Kind.POLICY, id, "", correlation, causation);
  }

  /** A report of a device. */
  public static Cause device(String id, String correlation, String causation) {
    return new Cause(Kind.DEVICE, id, "", correlation, causation);
  }
}
