package org.givre.orchestrator.session;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.JournalledActor;
import org.givre.devices.journal.Recorded;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.session.SessionEvent.SessionStarted;

/** The record of the engine's starts: how many there were. */
public final class Session extends JournalledActor<Session.Command, SessionEvent, Long> {

  /** What it can be asked. */
  public sealed interface Command {}

  /** Records a start; answered when that is durable. */
  public record Start(SessionStarted session, Cause cause, ActorRef<Started> replyTo)
      implements Command {}

  /** Asks how often the engine was started. */
  public record Describe(ActorRef<Started> replyTo) implements Command {}

  /** Ends this actor; the record stays. */
  public record Stop() implements Command {}

  /** How often the engine was started. */
  public record Started(long sessions) {}

  /** The record as the journal has it. */
  public static Behavior<Command> create(EngineTime time) {
    return new Session(time);
  }

  private Session(EngineTime time) {
    super(PersistenceId.of("session", "main"), time);
  }

  @Override
  public Long emptyState() {
    return 0L;
  }

  @Override
  protected Long after(Long sessions, Recorded<SessionEvent> recorded) {
    return sessions + 1;
  }

  @Override
  public CommandHandler<Command, Recorded<SessionEvent>, Long> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Start.class, this::onStart)
        .onCommand(Describe.class, this::onDescribe)
        .onCommand(Stop.class, stop -> Effect().stop())
        .build();
  }

  private Effect<Recorded<SessionEvent>, Long> onStart(Start command) {
    return persist(command.session(), command.cause()).thenReply(command.replyTo(), Started::new);
  }

  private Effect<Recorded<SessionEvent>, Long> onDescribe(Long sessions, Describe command) {
    return Effect().reply(command.replyTo(), new Started(sessions));
  }
}
