package org.givre.journal.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a store told its listener. Thread-safe. */
final class Heard implements StoreListener {
  private final List<JournalStopped> stops = new CopyOnWriteArrayList<>();
  private final List<JournalDamage> damages = new CopyOnWriteArrayList<>();

  @Override
  public void diskLevel(DiskLevel level, long freeBytes) {}

  @Override
  public void stopped(JournalStopped why) {
    stops.add(why);
  }

  @Override
  public void damaged(JournalDamage damage) {
    damages.add(damage);
  }

  List<JournalStopped> stops() {
    return List.copyOf(stops);
  }

  List<JournalDamage> damages() {
    return List.copyOf(damages);
  }
}
