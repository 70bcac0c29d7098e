package org.givre.orchestrator.wiring;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Props;
import akka.actor.typed.javadsl.AskPattern;
import akka.japi.function.Function;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.givre.devices.journal.Cause;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.session.Session;
import org.givre.orchestrator.session.SessionEvent.SessionStarted;
import org.givre.orchestrator.wiring.StartRefusal.Reason;

/**
 * Writes the start of this session to the journal and has another actor read it back. A journal
 * plug-in that does not start would leave the actors to restart for ever; here it is noticed.
 */
final class JournalProbe {
  private final ActorSystem<?> system;
  private final EngineTime time;
  private final Duration limit;

  JournalProbe(ActorSystem<?> system, EngineTime time, Duration limit) {
    this.system = system;
    this.time = time;
    this.limit = limit;
  }

  /**
   * Returns the number of this session, from 1.
   *
   * @throws StartRefusal when the journal does not write, or reads something else
   */
  long record(SessionStarted session) {
    var cause = Cause.policy("start", "", "");
    var written = asked("session-writer", ref -> new Session.Start(session, cause, ref), "written");
    var read = asked("session-reader", Session.Describe::new, "read");
    if (read != written) {
      throw new StartRefusal(
          Reason.JOURNAL,
          "The journal was written %d sessions and read back %d. It is damaged: restore it from a backup."
              .formatted(written, read));
    }
    return read;
  }

  private long asked(
      String actor, Function<ActorRef<Session.Started>, Session.Command> question, String done) {
    var session = system.systemActorOf(Session.create(time), actor, Props.empty());
    try {
      return AskPattern.ask(session, question, limit, system.scheduler())
          .toCompletableFuture()
          .join()
          .sessions();
    } catch (CompletionException silent) {
      throw new StartRefusal(
          Reason.JOURNAL,
          "The journal could not be %s within %s s. See givre.log in the data directory; check the disk's space and permissions."
              .formatted(done, limit.toSeconds()),
          silent);
    } finally {
      session.tell(new Session.Stop());
    }
  }
}
