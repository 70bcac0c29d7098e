package org.givre.journal.store;

import java.time.Clock;

/** What the parts of a store share. */
record Wiring(Clock clock, StoreMetrics metrics) {}
