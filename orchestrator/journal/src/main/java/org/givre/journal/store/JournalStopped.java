package org.givre.journal.store;

import org.jspecify.annotations.Nullable;

/** The journal takes no more writes: it failed once, or was closed. What was acknowledged stays. */
public final class JournalStopped extends RuntimeException {
  public JournalStopped(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
