package org.givre.journal.akka;

import akka.actor.ExtendedActorSystem;
import akka.dispatch.Futures;
import akka.persistence.AtomicWrite;
import akka.persistence.JournalProtocol.WriteMessages;
import akka.persistence.PersistentRepr;
import akka.persistence.journal.japi.AsyncWriteJournal;
import akka.serialization.SerializationExtension;
import com.typesafe.config.Config;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.PageLimit;
import scala.PartialFunction;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.BoxedUnit;

/**
 * The journal plug-in, {@code givre-journal.write}. Akka makes one actor of it; when the actor is
 * restarted, the store stays open.
 */
public final class JournalPlugin extends AsyncWriteJournal {
  /** Events read at once at most; a replay holds as many in memory. */
  private static final int PAGE_EVENTS = 1_000;

  private final ExtendedActorSystem system;
  private final SharedJournal journal;
  private final EventCodec codec;
  private final ExecutionContext readers;

  /** As Akka makes plug-ins: with their settings, and the path where these are. */
  public JournalPlugin(Config config, String path) {
    this.system = (ExtendedActorSystem) context().system();
    this.journal = JournalExtension.get(system).journal(SharedJournal.rootOf(path));
    this.codec = new EventCodec(SerializationExtension.get(system));
    this.readers = system.dispatchers().lookup(config.getString("replay-dispatcher"));
  }

  /**
   * Opens the store before the first actor asks; what it is refused with, each request fails with.
   */
  @Override
  public void preStart() throws Exception {
    super.preStart();
    try {
      journal.open();
    } catch (RuntimeException refused) {
      log(refused);
    }
  }

  private void log(RuntimeException refused) {
    system.log().error(refused, "The journal's plug-in answers nothing but failures");
  }

  /**
   * Writes are answered by ourselves. Akka's own way, through futures and an actor that puts their
   * answers in order, costs six messages for an event and two more threads to be woken.
   */
  @Override
  public void aroundReceive(PartialFunction<Object, BoxedUnit> receive, Object message) {
    if (message instanceof WriteMessages asked) {
      write(asked, new Writing(asked, self()));
    } else {
      super.aroundReceive(receive, message);
    }
  }

  /** Adapters may throw anything, checked exceptions too: whoever writes is answered. */
  private void write(WriteMessages asked, Writing writing) {
    try {
      var store = journal.open();
      var outgoing = outgoing(asked, store);
      var done = outgoing.parts().isEmpty() ? store.settled() : appended(outgoing, store);
      Answers.tell(done, () -> writing.succeeded(outgoing.outcomes().iterator()), writing::failed);
    } catch (Exception | LinkageError refused) {
      writing.failed(refused);
    }
  }

  private Outgoing outgoing(WriteMessages asked, JournalStore store) {
    var writes = CollectionConverters.asJava(preparePersistentBatch(asked.messages()));
    return Serialized.inTransport(system, () -> Outgoing.of(writes, codec, store.mostWriteBytes()));
  }

  /** Parts are durable in their order: when the last is, all are, unless one before it failed. */
  private static CompletableFuture<Long> appended(Outgoing outgoing, JournalStore store) {
    var parts = outgoing.parts().iterator();
    var done = store.append(parts.next());
    while (parts.hasNext()) {
      done = done.thenCombine(store.append(parts.next()), Math::max);
    }
    return done;
  }

  /** Never called: see {@link #aroundReceive}. */
  @Override
  public Future<Iterable<Optional<Exception>>> doAsyncWriteMessages(Iterable<AtomicWrite> writes) {
    throw new IllegalStateException("Writes do not take this way");
  }

  /** An actor that was restarted may ask while its last write is still on its way. */
  @Override
  public Future<Long> doAsyncReadHighestSequenceNr(String persistenceId, long from) {
    var store = journal.open();
    var settled = store.settled();
    return settled.isDone()
        ? Futures.successful(store.highestSequenceNumber(persistenceId))
        : FutureConverters.asScala(
            settled.handle((offset, failure) -> store.highestSequenceNumber(persistenceId)));
  }

  @Override
  public Future<Void> doAsyncReplayMessages(
      String persistenceId, long from, long to, long max, Consumer<PersistentRepr> replayed) {
    var store = journal.open();
    return Futures.future(
        () -> {
          new Replaying(store, persistenceId, replayed).replay(from, to, max);
          return null;
        },
        readers);
  }

  /** One actor's replay, on a reading thread. */
  private final class Replaying {
    private final JournalStore store;
    private final String persistenceId;
    private final Consumer<PersistentRepr> replayed;
    private final EventCodec.Decoder decoder = codec.decoder();

    Replaying(JournalStore store, String persistenceId, Consumer<PersistentRepr> replayed) {
      this.store = store;
      this.persistenceId = persistenceId;
      this.replayed = replayed;
    }

    void replay(long from, long to, long max) {
      var end = Math.min(to, store.highestSequenceNumber(persistenceId));
      var next = from;
      var left = max;
      while (next <= end && left > 0) {
        var limit = new PageLimit((int) Math.min(left, PAGE_EVENTS), Pages.BYTES);
        var page = store.replay(persistenceId, next, end, limit);
        page.stream().map(decoder::decode).toList().forEach(replayed);
        left -= page.size();
        next = page.isEmpty() ? end + 1 : page.get(page.size() - 1).sequenceNumber() + 1;
      }
    }
  }

  @Override
  public Future<Void> doAsyncDeleteMessagesTo(String persistenceId, long toSequenceNumber) {
    return Answers.whenDone(journal.open().delete(persistenceId, toSequenceNumber), null);
  }
}
