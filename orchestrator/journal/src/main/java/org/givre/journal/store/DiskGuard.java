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

  /** Whether the ballast is being written. */
  private boolean loading;

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
    if (level(free - bytes).compareTo(DiskLevel.STOP) >= 0 && !loading && ballast.isHeld()) {
      ballast.release();
      free = freeSpace.bytes();
      LOG.warn("The journal's ballast is released: freeBytes={}", free);
      return changed(
          DiskLevel.STOP.compareTo(level(free - bytes)) > 0 ? DiskLevel.STOP : level(free - bytes));
    }
    return changed(released(level(free - bytes)));
  }

  /**
   * While the ballast is gone there is no room for new work, however much its release gave back,
   * and also after a restart.
   */
  private DiskLevel released(DiskLevel found) throws IOException {
    return found.compareTo(DiskLevel.STOP) < 0 && !isEnough() && !loading && !ballast.isLoaded()
        ? DiskLevel.STOP
        : found;
  }

  /** Whether there is room for the ballast beside new work. */
  private boolean isEnough() {
    return free > settings.stopBelow() + 2 * settings.ballast();
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

  /**
   * Takes up the ballast again when there is room for it beside new work. That takes a second or
   * so, in which commits go on. One thread at a time.
   */
  void reload() throws IOException {
    if (begin()) {
      var written = false;
      try {
        written =
            ballast.write(() -> freeSpace.bytes() > settings.stopBelow() + settings.ballast());
      } finally {
        end(written);
      }
    }
  }

  private synchronized boolean begin() throws IOException {
    loading = isEnough() && !ballast.isLoaded();
    return loading;
  }

  private synchronized void end(boolean written) throws IOException {
    loading = false;
    if (written && level.compareTo(DiskLevel.STOP) < 0) {
      ballast.keep();
    } else {
      ballast.release();
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
