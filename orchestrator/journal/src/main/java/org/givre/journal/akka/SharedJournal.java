package org.givre.journal.akka;

import com.typesafe.config.Config;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.Snapshots;
import org.givre.journal.store.StoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One journal of an actor system: its store is opened once, at the first use, and is shared by the
 * plug-ins and the application. Thread-safe.
 */
public final class SharedJournal {
  private static final Logger LOG = LoggerFactory.getLogger(SharedJournal.class);

  private final String root;
  private final Config application;
  private final Listeners listeners = new Listeners();
  private final Once<JournalStore> store = new Once<>(this::openStore);
  private final Once<Snapshots> snapshots = new Once<>(this::openSnapshots);

  SharedJournal(String root, Config application) {
    this.root = root;
    this.application = application;
  }

  /** Something that is made once; when it is refused, it is refused for good. */
  private static final class Once<T extends AutoCloseable> {
    private final Supplier<T> opening;
    private volatile Optional<T> opened = Optional.empty();
    private Optional<RuntimeException> refusal = Optional.empty();

    Once(Supplier<T> opening) {
      this.opening = opening;
    }

    private T get() {
      return opened.orElseGet(this::open);
    }

    private synchronized T open() {
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      if (opened.isEmpty()) {
        try {
          opened = Optional.of(opening.get());
        } catch (RuntimeException refused) {
          refusal = Optional.of(refused);
          throw refused;
        }
      }
      return opened.get();
    }

    private synchronized void close() throws Exception {
      refusal = Optional.of(new JournalStopped("The journal is closed.", null));
      var last = opened;
      opened = Optional.empty();
      if (last.isPresent()) {
        last.get().close();
      }
    }
  }

  /**
   * The store; opens it when nobody has. What was refused once is refused until the actor system is
   * started again. The actor system closes the store when all actors have stopped: leave it open.
   *
   * @throws JournalRefusal when the journal cannot be trusted or used
   * @throws IllegalArgumentException when a setting makes no sense
   */
  public JournalStore open() {
    return store.get();
  }

  private JournalStore openStore() {
    try {
      return JournalStore.open(
          JournalSettings.read(application, root),
          new JournalStore.Outside(Clock.systemUTC(), new SecureRandom(), listeners));
    } catch (JournalRefusal | IllegalArgumentException refused) {
      LOG.error("The journal is not opened: journal={} {}", root, refused.getMessage());
      throw refused;
    }
  }

  /** The snapshots beside the journal; opens both when nobody has. */
  Snapshots snapshots() {
    return snapshots.get();
  }

  private Snapshots openSnapshots() {
    return Snapshots.open(open());
  }

  /**
   * Tells a listener what happens to the store from now on, and first the latest of each kind that
   * has happened already: a failure, a change of the disk's level, damage.
   */
  public void listen(StoreListener listener) {
    listeners.add(listener);
  }

  /** Makes what waits durable and closes, when it was ever opened. */
  void close() {
    close(snapshots);
    close(store);
  }

  private void close(Once<?> part) {
    try {
      part.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Exception broken) {
      LOG.error("The journal was not closed well: journal={}", root, broken);
    }
  }

  /** A journal of {@code root} that a plug-in at {@code root.name} belongs to. */
  static String rootOf(String pluginPath) {
    var dot = pluginPath.lastIndexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "The plug-in %s must be part of a journal's settings, such as givre-journal.write"
              .formatted(pluginPath));
    }
    return pluginPath.substring(0, dot);
  }
}
