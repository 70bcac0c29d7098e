package org.givre.journal.store;

import java.io.IOException;

/**
 * What is open while a store is.
 *
 * @param end where the chain ended when it was opened; events up to there were verified
 */
record OpenStore(
    StoreSettings settings,
    OwnerLock lock,
    StoreId id,
    KeyRing keys,
    LevelDb db,
    Ledger ledger,
    Catalogue catalogue,
    ChainPoint end,
    Anchor anchor,
    Tail tail,
    DiskGuard guard,
    StoreListener listener) {

  void close() throws IOException {
    try (lock;
        db;
        anchor;
        tail) {
      // Closed in reverse order, each even when another fails.
    }
  }
}
