package org.givre.orchestrator.dispatch;

import akka.dispatch.Futures;
import akka.persistence.AtomicWrite;
import akka.persistence.PersistentRepr;
import akka.persistence.journal.Tagged;
import akka.persistence.journal.japi.AsyncWriteJournal;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializers;
import akka.util.ByteString;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.givre.devices.journal.Recorded;
import scala.concurrent.Future;

/**
 * A journal in memory, which outlives the actor systems that write it: what is in it is in the
 * engine's own format, and in the order in which it was written.
 */
public final class MemoryJournal extends AsyncWriteJournal {
  private static final ConcurrentMap<String, List<Written>> JOURNALS = new ConcurrentHashMap<>();

  private final Serialization serialization = SerializationExtension.get(context().system());
  private final List<Written> written;

  /** An event, and whose it is. */
  public record Journalled(String persistenceId, Recorded<?> recorded) {}

  /** An event in its format, and all that is known of it besides. */
  private record Written(
      PersistentRepr envelope, ByteString bytes, int serializer, String manifest) {
    boolean isOf(String persistenceId) {
      return envelope.persistenceId().equals(persistenceId);
    }
  }

  /** The journal that its configuration names. */
  public MemoryJournal(Config config) {
    written = JOURNALS.computeIfAbsent(config.getString("name"), name -> new ArrayList<>());
  }

  /** What makes a system use the journal of that name. */
  static Config named(String name) {
    return ConfigFactory.parseMap(
        Map.of(
            "akka.persistence.journal.plugin",
            "bench.journal",
            "bench.journal.class",
            MemoryJournal.class.getName(),
            "bench.journal.name",
            name));
  }

  /** Reads all of the journal of that name, with the formats of a system. */
  static List<Journalled> read(String name, Serialization formats) {
    var all = Optional.ofNullable(JOURNALS.get(name)).orElseThrow();
    synchronized (all) {
      return all.stream()
          .map(e -> new Journalled(e.envelope().persistenceId(), (Recorded<?>) read(e, formats)))
          .toList();
    }
  }

  /** Nobody needs it any more. */
  static void drop(String name) {
    JOURNALS.remove(name);
  }

  private static Object read(Written event, Serialization formats) {
    return formats.deserialize(event.bytes().toArray(), event.serializer(), event.manifest()).get();
  }

  @Override
  public Future<Iterable<Optional<Exception>>> doAsyncWriteMessages(Iterable<AtomicWrite> writes) {
    var done = new ArrayList<Optional<Exception>>();
    synchronized (written) {
      for (var write : writes) {
        write.payload().foreach(envelope -> write(envelope));
        done.add(Optional.empty());
      }
    }
    return Futures.successful(done);
  }

  private boolean write(PersistentRepr envelope) {
    var payload =
        envelope.payload() instanceof Tagged tagged ? tagged.payload() : envelope.payload();
    var serializer = serialization.findSerializerFor(payload);
    var manifest = Serializers.manifestFor(serializer, payload);
    var bytes = ByteString.fromArray(serialization.serialize(payload).get());
    return written.add(new Written(envelope, bytes, serializer.identifier(), manifest));
  }

  @Override
  public Future<Void> doAsyncReplayMessages(
      String persistenceId, long from, long to, long max, Consumer<PersistentRepr> replay) {
    synchronized (written) {
      written.stream()
          .filter(event -> event.isOf(persistenceId))
          .filter(event -> event.envelope().sequenceNr() >= from)
          .filter(event -> event.envelope().sequenceNr() <= to)
          .limit(max)
          .forEach(
              event -> replay.accept(event.envelope().withPayload(read(event, serialization))));
    }
    return Futures.successful(null);
  }

  @Override
  public Future<Long> doAsyncReadHighestSequenceNr(String persistenceId, long from) {
    synchronized (written) {
      return Futures.successful(
          written.stream()
              .filter(event -> event.isOf(persistenceId))
              .mapToLong(event -> event.envelope().sequenceNr())
              .max()
              .orElse(0));
    }
  }

  @Override
  public Future<Void> doAsyncDeleteMessagesTo(String persistenceId, long to) {
    return Futures.failed(new UnsupportedOperationException("Nothing is ever deleted"));
  }
}
