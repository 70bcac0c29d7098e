package org.givre.devices.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a device takes work, as operators have it: the rules that all kinds of devices share.
 *
 * @param since engine time of the last change; the epoch before the first
 * @param reason why it was changed last, in the operator's words
 * @param revision rises with every change, and with every fault
 */
public record Service(Mode mode, Instant since, String reason, long revision) {
  /** In service, and never touched by an operator. */
  public static final Service UNTOUCHED = new Service(Mode.IN_SERVICE, Instant.EPOCH, "", 1);

  /** What an operator wants of a device. */
  public enum Mode {
    IN_SERVICE,
    /** It finishes what it has begun and begins nothing. */
    PAUSED,
    /** It gives away what it holds, and begins nothing else. */
    DRAINED
  }

  /** Whether it may begin something new. */
  public boolean inService() {
    return mode == Mode.IN_SERVICE;
  }

  /**
   * Why an action is refused; empty if it may be done, or changes nothing.
   *
   * @param fault whether the device is in fault
   */
  public Optional<String> refusal(Action action, boolean fault) {
    var early = action.refusalAt(revision);
    return early.isPresent() ? early : refusal(action.type(), fault);
  }

  private Optional<String> refusal(String type, boolean fault) {
    return switch (type) {
      case "pause", "resume" -> mode == Mode.DRAINED ? notAllowed() : Optional.empty();
      case "drain" -> Optional.empty();
      case "returnToService" -> mode == Mode.PAUSED && !fault ? notAllowed() : Optional.empty();
      default -> Optional.of(Refusals.ACTION_NOT_SUPPORTED);
    };
  }

  private static Optional<String> notAllowed() {
    return Optional.of(Refusals.ACTION_NOT_ALLOWED);
  }

  /** After {@code action}, which was accepted; this very value where it changes nothing. */
  public Service after(ActionRecord action, Instant at, String why) {
    var next =
        switch (action.type()) {
          case "pause" -> Mode.PAUSED;
          case "drain" -> Mode.DRAINED;
          default -> Mode.IN_SERVICE;
        };
    return !action.accepted() || next == mode ? this : new Service(next, at, why, revision + 1);
  }

  /** The device has come into fault, or out of it. */
  public Service touched() {
    return new Service(mode, since, reason, revision + 1);
  }

  /**
   * Types of actions that would change something.
   *
   * @param fault whether the device is in fault
   */
  public List<String> allowed(boolean fault) {
    var allowed = new ArrayList<String>();
    switch (mode) {
      case IN_SERVICE -> allowed.addAll(List.of("pause", "drain"));
      case PAUSED -> allowed.addAll(List.of("resume", "drain"));
      case DRAINED -> {}
    }
    if (fault || mode == Mode.DRAINED) {
      allowed.add("returnToService");
    }
    return allowed;
  }
}
