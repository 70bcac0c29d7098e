package org.givre.orchestrator.wiring;

/** Why an engine does not start. The message says what was expected, found and what to do. */
public final class StartRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** What kinds of reasons there are. */
  public enum Reason {
    /** What was asked for makes no sense. */
    SETTINGS,
    /** A file is not what it should be. */
    MALFORMED,
    /** Somebody else has it, or it belongs to something else. */
    CONFLICT,
    /** The journal cannot be written or read. */
    JOURNAL
  }

  public StartRefusal(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public StartRefusal(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
