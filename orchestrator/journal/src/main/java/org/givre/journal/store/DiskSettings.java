package org.givre.journal.store;

/**
 * Watermarks of free space, and the ballast. All in bytes.
 *
 * @param alarmBelow free space below this is an alarm
 * @param stopBelow free space below this stops new work
 * @param floor free space below this stops the journal; what LevelDB may write without being asked
 *     ({@link LevelDbSettings#unaskedBytes}) must fit below it; 0: nobody watches
 * @param ballast size of a file that is released at {@code stopBelow}, so that the last events fit;
 *     0: none
 */
public record DiskSettings(long alarmBelow, long stopBelow, long floor, long ballast) {
  public DiskSettings {
    if (!(alarmBelow >= stopBelow && stopBelow >= floor && floor >= 0 && ballast >= 0)) {
      throw new IllegalArgumentException(
          "Watermarks must fall from alarm-below (%d) to stop-below (%d) to floor (%d), and the ballast (%d) must not be negative"
              .formatted(alarmBelow, stopBelow, floor, ballast));
    }
  }

  /**
   * For a disk of some size: alarm below 2 GiB, stop below 768 MiB, floor 584 MiB, ballast 128 MiB.
   */
  public static DiskSettings usual() {
    return new DiskSettings(2L << 30, 768L << 20, 584L << 20, 128L << 20);
  }
}
