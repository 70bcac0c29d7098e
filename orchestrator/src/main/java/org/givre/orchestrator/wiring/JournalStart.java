package org.givre.orchestrator.wiring;

import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import java.time.Clock;
import org.givre.journal.akka.JournalExtension;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.Progress;
import org.givre.orchestrator.wiring.StartRefusal.Reason;

/** Opens the journal before any actor needs it, and has the engine leave when it stops. */
final class JournalStart {
  private final ActorSystem<?> system;
  private final JournalWatch watch;

  JournalStart(ActorSystem<?> system, Clock wall) {
    this.system = system;
    this.watch = new JournalWatch(wall);
  }

  /** Why the engine has shut down. */
  private enum Stopped implements CoordinatedShutdown.Reason {
    JOURNAL_STOPPED
  }

  /**
   * The open journal, watched.
   *
   * @param progress how far its proof is
   * @throws StartRefusal when it cannot be trusted or used
   */
  WatchedJournal open(Progress progress) {
    var journal = JournalExtension.get(system).journal();
    journal.listen(watch);
    journal.listen(new OpeningListener(progress));
    try {
      var store = journal.open();
      return new WatchedJournal(store, watch);
    } catch (JournalRefusal refused) {
      throw new StartRefusal(reason(refused), String.valueOf(refused.getMessage()), refused);
    } catch (IllegalArgumentException misset) {
      throw new StartRefusal(Reason.SETTINGS, String.valueOf(misset.getMessage()), misset);
    }
  }

  /**
   * The journal of a running engine.
   *
   * @param watch what is known of its troubles
   */
  record WatchedJournal(JournalStore store, JournalWatch watch) {}

  private static Reason reason(JournalRefusal refused) {
    return switch (refused.reason()) {
      case IN_USE, FORMAT -> Reason.CONFLICT;
      case DAMAGED, DISK_FULL, UNUSABLE -> Reason.JOURNAL;
    };
  }

  /**
   * From here on the engine shuts down when the journal stops. Not before it has started: whoever
   * waited for an actor of a system that is gone would wait for ever.
   */
  void leaveWhenStopped() {
    watch.whenStopped(why -> leave());
  }

  /** Robots have their orders as a whole and end in the cold by themselves. */
  private void leave() {
    system
        .executionContext()
        .execute(() -> CoordinatedShutdown.get(system).run(Stopped.JOURNAL_STOPPED));
  }
}
