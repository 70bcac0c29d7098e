package org.givre.bench.journal;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.SignalHandler;

/** Persists an event for each command, and counts the events that it knows. */
final class Writer extends EventSourcedBehavior<Writer.Persist, Stored, Integer> {

  /**
   * Asks for one event.
   *
   * @param atNanos when it was sent, or was to be sent
   */
  record Persist(long atNanos) {}

  /** Is told what becomes of the writers, on their threads. */
  interface Observer {
    void recovered(int events);

    /** An event is durable; returns whether the next is to be sent at once. */
    boolean acknowledged(long atNanos, int events);
  }

  private final ActorContext<Persist> context;
  private final int number;
  private final Observer observer;

  private Writer(ActorContext<Persist> context, int number, Observer observer) {
    super(PersistenceId.of("Writer", String.valueOf(number)));
    this.context = context;
    this.number = number;
    this.observer = observer;
  }

  static Behavior<Persist> create(int number, Observer observer) {
    return Behaviors.setup(context -> new Writer(context, number, observer));
  }

  @Override
  public Integer emptyState() {
    return 0;
  }

  @Override
  public CommandHandler<Persist, Stored, Integer> commandHandler() {
    return newCommandHandlerBuilder().forAnyState().onCommand(Persist.class, this::persist).build();
  }

  private Effect<Stored, Integer> persist(Integer before, Persist command) {
    return Effect()
        .persist(new Stored(Payloads.of(number + (long) before)))
        .thenRun(now -> acknowledged(command, now));
  }

  private void acknowledged(Persist command, int events) {
    if (observer.acknowledged(command.atNanos(), events)) {
      context.getSelf().tell(new Persist(System.nanoTime()));
    }
  }

  @Override
  public EventHandler<Integer, Stored> eventHandler() {
    return newEventHandlerBuilder()
        .forAnyState()
        .onEvent(Stored.class, (events, event) -> events + 1)
        .build();
  }

  @Override
  public SignalHandler<Integer> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), observer::recovered)
        .build();
  }
}
