package org.givre.journal.akka;

import akka.actor.ExtendedActorSystem;
import akka.dispatch.Futures;
import akka.persistence.AtomicWrite;
import akka.persistence.PersistentRepr;
import akka.persistence.journal.japi.AsyncWriteJournal;
import akka.serialization.SerializationExtension;
import com.typesafe.config.Config;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.givre.journal.store.JournalStore;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/**
 * The journal plug-in, {@code givre-journal.write}. Akka makes one actor of it; when the actor is
 * restarted, the store stays open.
 */
public final class JournalPlugin extends AsyncWriteJournal {
  /** Events read at once; a replay holds as many in memory. */
  private static final int PAGE = 1_000;

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

  @Override
  public Future<Iterable<Optional<Exception>>> doAsyncWriteMessages(Iterable<AtomicWrite> writes) {
    var store = journal.open();
    var outgoing =
        Serialized.inTransport(system, () -> Outgoing.of(writes, codec, store.mostWriteBytes()));
    var last = CompletableFuture.completedFuture(0L);
    for (var part : outgoing.parts()) {
      last = append(store, part, last);
    }
    return Answers.whenDone(last, outgoing.outcomes());
  }

  /** Parts are durable in their order: when the last is, all are, unless one before it failed. */
  private CompletableFuture<Long> append(
      JournalStore store,
      List<org.givre.journal.store.AtomicWrite> part,
      CompletableFuture<Long> before) {
    var done = store.append(part);
    var all =
        before.isDone() && !before.isCompletedExceptionally()
            ? done
            : before.thenCombine(done, Math::max);
    journal.writing(part.get(0).persistenceId(), all);
    return all;
  }

  @Override
  public Future<Long> doAsyncReadHighestSequenceNr(String persistenceId, long from) {
    var store = journal.open();
    return journal
        .writing(persistenceId)
        .map(write -> afterwards(write, store, persistenceId))
        .orElseGet(() -> Futures.successful(store.highestSequenceNumber(persistenceId)));
  }

  /** An actor that was restarted may ask while its last write is still on its way. */
  private static Future<Long> afterwards(
      CompletableFuture<Long> write, JournalStore store, String persistenceId) {
    return FutureConverters.asScala(
        write.handle((offset, failure) -> store.highestSequenceNumber(persistenceId)));
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
      var next = from;
      var left = max;
      var more = true;
      while (more && left > 0) {
        var limit = (int) Math.min(left, PAGE);
        var page = store.replay(persistenceId, next, to, limit);
        page.stream().map(decoder::decode).toList().forEach(replayed);
        more = page.size() == limit;
        left -= page.size();
        next = more ? page.get(limit - 1).sequenceNumber() + 1 : next;
      }
    }
  }

  @Override
  public Future<Void> doAsyncDeleteMessagesTo(String persistenceId, long toSequenceNumber) {
    return Answers.whenDone(journal.open().delete(persistenceId, toSequenceNumber), null);
  }
}
