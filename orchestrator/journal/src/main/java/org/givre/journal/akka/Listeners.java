package org.givre.journal.akka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.givre.journal.store.DiskLevel;
import org.givre.journal.store.JournalDamage;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.StoreListener;

/**
 * Passes on what a store says to all who listen, and tells latecomers what still holds. Each hears
 * it in the order in which it happened. Thread-safe.
 */
final class Listeners implements StoreListener {
  private final List<StoreListener> all = new ArrayList<>();
  private Optional<Consumer<StoreListener>> disk = Optional.empty();
  private Optional<Consumer<StoreListener>> slow = Optional.empty();
  private Optional<Consumer<StoreListener>> stop = Optional.empty();
  private Optional<Consumer<StoreListener>> damage = Optional.empty();

  synchronized void add(StoreListener listener) {
    all.add(listener);
    disk.ifPresent(told -> told.accept(listener));
    slow.ifPresent(told -> told.accept(listener));
    damage.ifPresent(told -> told.accept(listener));
    stop.ifPresent(told -> told.accept(listener));
  }

  @Override
  public synchronized void diskLevel(DiskLevel level, long freeBytes) {
    disk = tell(listener -> listener.diskLevel(level, freeBytes));
  }

  @Override
  public synchronized void stopped(JournalStopped why) {
    stop = tell(listener -> listener.stopped(why));
  }

  @Override
  public synchronized void damaged(JournalDamage found) {
    damage = tell(listener -> listener.damaged(found));
  }

  @Override
  public synchronized void waiting(Duration waiting) {
    slow = tell(listener -> listener.waiting(waiting));
  }

  /** Nobody who comes later need know. */
  @Override
  public synchronized void opening(long done, long total) {
    all.forEach(listener -> listener.opening(done, total));
  }

  private Optional<Consumer<StoreListener>> tell(Consumer<StoreListener> told) {
    all.forEach(told);
    return Optional.of(told);
  }
}
