package org.givre.journal.store;

import java.io.IOException;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the free space. A full disk kills the process inside LevelDB's memory-mapped log, so the
 * journal stops by itself before. Thread-safe.
 */
final class DiskGuard {
  private static final Logger LOG = LoggerFactory.getLogger(DiskGuard.class);

  private final DiskSettings settings;
  private final FreeSpace freeSpace;
  private final Ballast ballast;
  private final BiConsumer<DiskLevel, Long> listener;
  private volatile DiskLevel level = DiskLevel.PLENTY;
  private volatile long free = Long.MAX_VALUE;

  DiskGuard(
      DiskSettings settings,
      FreeSpace freeSpace,
      Ballast ballast,
      BiConsumer<DiskLevel, Long> listener) {
    this.settings = settings;
    this.freeSpace = freeSpace;
    this.ballast = ballast;
    this.listener = listener;
  }

  /** Looks at the disk before {@code bytes} are written; returns how it would be after. */
  synchronized DiskLevel check(long bytes) throws IOException {
    free = freeSpace.bytes();
    if (level(free - bytes).compareTo(DiskLevel.STOP) >= 0 && ballast.isLoaded()) {
      ballast.release();
      free = freeSpace.bytes();
      LOG.warn("The journal's ballast of {} bytes is released: freeBytes={}", ballast.size(), free);
      return changed(
          DiskLevel.STOP.compareTo(level(free - bytes)) > 0 ? DiskLevel.STOP : level(free - bytes));
    }
    return changed(released(level(free - bytes)));
  }

  /**
   * While the ballast is gone there is no room for new work, however much its release gave back.
   */
  private DiskLevel released(DiskLevel found) {
    var enough = free > settings.stopBelow() + 2 * settings.ballast();
    return level == DiskLevel.STOP && found.compareTo(DiskLevel.STOP) < 0 && !enough
        ? DiskLevel.STOP
        : found;
  }

  private DiskLevel changed(DiskLevel found) {
    if (found != level) {
      level = found;
      LOG.warn("The journal's disk: level={} freeBytes={}", found, free);
      listener.accept(found, free);
    }
    return found;
  }

  private DiskLevel level(long bytes) {
    if (bytes < settings.floor()) {
      return DiskLevel.FULL;
    }
    if (bytes < settings.stopBelow()) {
      return DiskLevel.STOP;
    }
    return bytes < settings.alarmBelow() ? DiskLevel.LOW : DiskLevel.PLENTY;
  }

  /** Takes up the ballast again when there is room for it beside new work. */
  synchronized void reload() throws IOException {
    if (!ballast.isLoaded() && free > settings.stopBelow() + 2 * settings.ballast()) {
      ballast.load();
    }
  }

  DiskLevel level() {
    return level;
  }

  /** Bytes, when last looked at. */
  long free() {
    return free;
  }
}
