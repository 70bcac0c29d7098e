package org.givre.journal.store;

import java.time.Duration;

/** Told what an operator must know. Called on the journal's threads: returns at once. */
public interface StoreListener {
  /** The disk's level has changed. */
  void diskLevel(DiskLevel level, long freeBytes);

  /** The journal has failed and takes no more writes. */
  void stopped(JournalStopped why);

  /** Somebody read what is not what was written. */
  void damaged(JournalDamage damage);

  /**
   * A commit does not come back from the disk; told again and again meanwhile.
   *
   * @param waiting since when; zero once it has come back
   */
  default void waiting(Duration waiting) {}

  /**
   * The journal is being opened and proves its ledger, which may be long; told now and then, on the
   * thread that opens it.
   *
   * @param done events that are proven; never falls
   * @param total events that are to be proven, as far as is known
   */
  default void opening(long done, long total) {}

  /** Nobody listens. */
  static StoreListener none() {
    return new StoreListener() {
      @Override
      public void diskLevel(DiskLevel level, long freeBytes) {}

      @Override
      public void stopped(JournalStopped why) {}

      @Override
      public void damaged(JournalDamage damage) {}
    };
  }
}
