package org.givre.journal.akka;

import akka.actor.ActorRef;
import akka.persistence.AtomicWrite;
import akka.persistence.JournalProtocol.LoopMessageSuccess;
import akka.persistence.JournalProtocol.WriteMessageFailure;
import akka.persistence.JournalProtocol.WriteMessageRejected;
import akka.persistence.JournalProtocol.WriteMessageSuccess;
import akka.persistence.JournalProtocol.WriteMessages;
import akka.persistence.JournalProtocol.WriteMessagesFailed;
import akka.persistence.JournalProtocol.WriteMessagesSuccessful$;
import akka.persistence.PersistentRepr;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Answers what an actor asked to be written. The store answers in the order in which it was asked,
 * so nothing needs to be put in order again: each answer goes from the thread that made its events
 * durable straight to the actor.
 */
final class Writing {
  private final WriteMessages asked;
  private final ActorRef journal;

  /** Of a request to the plug-in's actor {@code journal}. */
  Writing(WriteMessages asked, ActorRef journal) {
    this.asked = asked;
    this.journal = journal;
  }

  /**
   * Everything was stored but what was rejected.
   *
   * @param outcomes of the writes, in order; none: none was rejected
   */
  void succeeded(Iterator<Optional<Exception>> outcomes) {
    tell(WriteMessagesSuccessful$.MODULE$, journal);
    answer(write -> outcomes.hasNext() ? outcomes.next() : Optional.empty(), this::written);
  }

  /** Nothing was stored, or nobody knows. */
  void failed(Throwable why) {
    var writes = 0;
    for (var message : CollectionConverters.asJava(asked.messages())) {
      writes += message instanceof AtomicWrite ? 1 : 0;
    }
    tell(new WriteMessagesFailed(why, writes), journal);
    answer(write -> Optional.of(why), this::unwritten);
  }

  /** What an event's actor is told. */
  @FunctionalInterface
  private interface Answer {
    Object to(PersistentRepr event, Optional<? extends Throwable> why);
  }

  private Object written(PersistentRepr event, Optional<? extends Throwable> rejection) {
    return rejection.isPresent()
        ? new WriteMessageRejected(event, rejection.get(), asked.actorInstanceId())
        : new WriteMessageSuccess(event, asked.actorInstanceId());
  }

  private Object unwritten(PersistentRepr event, Optional<? extends Throwable> why) {
    return new WriteMessageFailure(event, why.orElseThrow(), asked.actorInstanceId());
  }

  private void answer(Function<AtomicWrite, Optional<? extends Throwable>> outcome, Answer answer) {
    for (var message : CollectionConverters.asJava(asked.messages())) {
      if (message instanceof AtomicWrite write) {
        var why = outcome.apply(write);
        for (var event : CollectionConverters.asJava(write.payload())) {
          tell(answer.to(event, why), event.sender());
        }
      } else {
        tell(new LoopMessageSuccess(message.payload(), asked.actorInstanceId()), message.sender());
      }
    }
  }

  private void tell(Object answer, ActorRef sender) {
    asked.persistentActor().tell(answer, sender);
  }
}
