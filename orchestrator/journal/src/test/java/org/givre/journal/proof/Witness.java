package org.givre.journal.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.givre.journal.store.DiskLevel;
import org.givre.journal.store.JournalDamage;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.StoreListener;

/** Remembers what a store told its listener. Thread-safe. */
final class Witness implements StoreListener {
  private final List<DiskLevel> levels = new CopyOnWriteArrayList<>();
  private final List<JournalStopped> stops = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<JournalDamage> damages = new CopyOnWriteArrayList<>();

  @Override
  public void diskLevel(DiskLevel level, long freeBytes) {
    levels.add(level);
  }

  @Override
  public void stopped(JournalStopped why) {
    stops.add(why);
    stopped.countDown();
  }

  /** Waits until it was told of a stop; false when it was not in good time. */
  boolean awaitStop() throws InterruptedException {
    return stopped.await(20, TimeUnit.SECONDS);
  }

  @Override
  public void damaged(JournalDamage damage) {
    damages.add(damage);
  }

  List<DiskLevel> levels() {
    return new ArrayList<>(levels);
  }

  List<JournalStopped> stops() {
    return new ArrayList<>(stops);
  }

  List<JournalDamage> damages() {
    return new ArrayList<>(damages);
  }
}
