package org.givre.journal.akka;

import java.util.List;
import org.givre.journal.store.JournalStore;

/** Pages of persistence ids, in the order of their first events. */
final class IdPages implements Pages<String> {
  private final JournalStore store;
  private final int limit;
  private volatile int passed;

  IdPages(JournalStore store, int limit) {
    this.store = store;
    this.limit = limit;
  }

  @Override
  public boolean mayHaveMore() {
    return !store.persistenceIds(passed, 1).isEmpty();
  }

  @Override
  public List<String> next() {
    var from = passed;
    var page = store.persistenceIds(from, limit);
    passed = from + page.size();
    return page;
  }

  @Override
  public boolean isEnded() {
    return false;
  }
}
