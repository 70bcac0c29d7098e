package org.givre.journal.store;

/** What is stored is not what was written. The message names where, and what to do. */
public final class JournalDamage extends RuntimeException {
  /** What an operator does about damage. */
  static final String REMEDY =
      "Do not write to it any more. Verify it to see how far it is whole (class Verification; of an engine, 'givre journal verify'), and restore it from a backup.";

  private final long offset;
  private final String what;

  private JournalDamage(long offset, String what) {
    super("The journal is damaged at offset %d: %s. %s".formatted(offset, what, REMEDY));
    this.offset = offset;
    this.what = what;
  }

  /** Damage at or after {@code offset}. */
  static JournalDamage at(long offset, String what) {
    return new JournalDamage(offset, what);
  }

  /** What is wrong, without where and what to do. */
  String what() {
    return what;
  }

  /** The first offset that cannot be trusted. */
  public long offset() {
    return offset;
  }
}
