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
import org.givre.orchestrator.api.JournalCare;
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
  private final JournalCare journal;

  /**
   * A probe.
   *
   * @param limit wall time for each step
   * @param journal tells when there is nothing to wait for any more
   */
  JournalProbe(ActorSystem<?> system, EngineTime time, Duration limit, JournalCare journal) {
    this.system = system;
    this.time = time;
    this.limit = limit;
    this.journal = journal;
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

  /** The journal has stopped while its answer was awaited. */
  private static final class Stopped extends Exception {
    private static final long serialVersionUID = 1;

    private Stopped(String why) {
      super(why);
    }
  }

  private long asked(
      String actor, Function<ActorRef<Session.Started>, Session.Command> question, String done) {
    var session = system.systemActorOf(Session.create(time), actor, Props.empty());
    var answer = AskPattern.ask(session, question, limit, system.scheduler()).toCompletableFuture();
    journal.whenStopped(why -> answer.completeExceptionally(new Stopped(why)));
    try {
      return answer.join().sessions();
    } catch (CompletionException silent) {
      if (silent.getCause() instanceof Stopped stopped) {
        throw new StartRefusal(Reason.JOURNAL, String.valueOf(stopped.getMessage()), stopped);
      }
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
