package org.givre.journal.store;

import java.util.ArrayList;
import java.util.List;
import org.givre.journal.store.Finding.Kind;

/** Gathers what was found: the first hundred of it, and how many there are. Not thread-safe. */
final class Findings {
  /** More would not be read by anybody; the number of all is told. */
  private static final int MOST = 100;

  private final List<Finding> found = new ArrayList<>();
  private long all;
  private long firstInLedger = Long.MAX_VALUE;

  void add(Kind kind, long offset, String what) {
    all++;
    if (kind == Kind.LEDGER) {
      firstInLedger = Math.min(firstInLedger, offset);
    }
    if (found.size() < MOST) {
      found.add(new Finding(kind, offset, what));
    }
  }

  void add(Kind kind, JournalDamage damage) {
    add(kind, damage.offset(), damage.what());
  }

  boolean isInLedger() {
    return firstInLedger < Long.MAX_VALUE;
  }

  /** Offset of the last event before the first that is missing or changed. */
  long wholeUpTo(long end) {
    return Math.min(end, firstInLedger - 1);
  }

  List<Finding> found() {
    return List.copyOf(found);
  }

  long all() {
    return all;
  }
}
