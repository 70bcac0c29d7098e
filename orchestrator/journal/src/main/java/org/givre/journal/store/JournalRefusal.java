package org.givre.journal.store;

import org.jspecify.annotations.Nullable;

/** A journal that is not opened. The message says why and what to do; nothing was changed. */
public final class JournalRefusal extends RuntimeException {
  /** Why. */
  public enum Reason {
    /** Another process holds the directory. */
    IN_USE,
    /** The directory is something else, or of a later format. */
    FORMAT,
    /** What is stored is not what was written. */
    DAMAGED,
    /** The disk is too full to begin. */
    DISK_FULL,
    /** The operating system says no, or the native library does not load. */
    UNUSABLE
  }

  private final Reason reason;

  public JournalRefusal(Reason reason, String message) {
    this(reason, message, null);
  }

  public JournalRefusal(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
