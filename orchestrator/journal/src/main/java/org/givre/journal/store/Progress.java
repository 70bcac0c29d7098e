package org.givre.journal.store;

/** Told now and then how far long work has come, on the thread that does it. */
@FunctionalInterface
public interface Progress {
  /**
   * Some more is done.
   *
   * @param done never falls
   * @param total of the same unit, as far as is known
   */
  void at(long done, long total);

  /** Nobody wants to know. */
  static Progress none() {
    return (done, total) -> {};
  }
}
