package org.givre.orchestrator.wiring;

import org.givre.journal.store.DiskLevel;
import org.givre.journal.store.JournalDamage;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.Progress;
import org.givre.journal.store.StoreListener;

/** Wants to know how far the opening of a journal is, and nothing else. */
record OpeningListener(Progress progress) implements StoreListener {
  @Override
  public void diskLevel(DiskLevel level, long freeBytes) {}

  @Override
  public void stopped(JournalStopped why) {}

  @Override
  public void damaged(JournalDamage damage) {}

  @Override
  public void opening(long done, long total) {
    progress.at(done, total);
  }
}
