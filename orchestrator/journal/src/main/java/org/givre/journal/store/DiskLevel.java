package org.givre.journal.store;

/** How much room there is on the journal's disk. */
public enum DiskLevel {
  /** Above the alarm's watermark. */
  PLENTY,
  /** Below the alarm's watermark: somebody should make room. */
  LOW,
  /** Below the stop's watermark: no new work; what has begun is ended. The ballast is released. */
  STOP,
  /** Below the floor: nothing more is written, for LevelDB would crash the process. */
  FULL
}
