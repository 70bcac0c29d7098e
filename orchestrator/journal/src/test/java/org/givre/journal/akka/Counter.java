package org.givre.journal.akka;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.pattern.StatusReply;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.RetentionCriteria;
import java.util.Set;

/** Adds up. Its events are whole numbers; its state is their sum. */
final class Counter extends EventSourcedBehavior<Counter.Command, Integer, Integer> {
  private final int snapshotEvery;

  /** What it is asked. */
  sealed interface Command {}

  /** Adds a number, then says so. */
  record Add(int number, ActorRef<StatusReply<Done>> replyTo) implements Command {}

  /** Tells the sum. */
  record Tell(ActorRef<Integer> replyTo) implements Command {}

  private Counter(String id, int snapshotEvery) {
    super(PersistenceId.ofUniqueId(id));
    this.snapshotEvery = snapshotEvery;
  }

  static Behavior<Command> of(String id) {
    return new Counter(id, 0);
  }

  /** Takes snapshots, and deletes the events before them. */
  static Behavior<Command> withSnapshots(String id, int every) {
    return new Counter(id, every);
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return snapshotEvery == 0
        ? RetentionCriteria.disabled()
        : RetentionCriteria.snapshotEvery(snapshotEvery, 1).withDeleteEventsOnSnapshot();
  }

  @Override
  public Integer emptyState() {
    return 0;
  }

  @Override
  public Set<String> tagsFor(Integer event) {
    return Set.of("numbers", event % 2 == 0 ? "even" : "odd");
  }

  @Override
  public CommandHandler<Command, Integer, Integer> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(
            Add.class,
            (sum, add) ->
                Effect().persist(add.number()).thenReply(add.replyTo(), state -> StatusReply.ack()))
        .onCommand(Tell.class, (sum, tell) -> Effect().reply(tell.replyTo(), sum))
        .build();
  }

  @Override
  public EventHandler<Integer, Integer> eventHandler() {
    return (sum, event) -> sum + event;
  }
}
