package org.givre.journal.store;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What the parts of a store share.
 *
 * @param clock wall time, for people
 * @param nanos nanoseconds since some time, which nobody sets: durations are measured by it
 */
record Wiring(Clock clock, LongSupplier nanos, StoreMetrics metrics) {}
