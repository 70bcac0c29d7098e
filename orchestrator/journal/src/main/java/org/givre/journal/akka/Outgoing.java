package org.givre.journal.akka;

import akka.persistence.AtomicWrite;
import akka.persistence.PersistentRepr;
import akka.persistence.journal.Tagged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.givre.journal.store.NewEvent;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What one actor asks to be written at once: encoded, what cannot be is rejected by itself, and cut
 * into parts that the store takes.
 */
final class Outgoing {
  private final EventCodec codec;
  private final long mostBytes;
  private final List<List<org.givre.journal.store.AtomicWrite>> parts = new ArrayList<>(1);
  private final List<Optional<Exception>> outcomes = new ArrayList<>(1);
  private boolean hasRejections;
  private long partBytes;

  private Outgoing(EventCodec codec, long mostBytes) {
    this.codec = codec;
    this.mostBytes = mostBytes;
  }

  /**
   * Encodes writes.
   *
   * @param mostBytes of events that the store takes at once
   */
  static Outgoing of(Iterable<AtomicWrite> writes, EventCodec codec, long mostBytes) {
    var outgoing = new Outgoing(codec, mostBytes);
    writes.forEach(outgoing::add);
    return outgoing;
  }

  /** What the store is asked to append, in this order. */
  List<List<org.givre.journal.store.AtomicWrite>> parts() {
    return parts;
  }

  /** An outcome for each write, or none when none was rejected: Akka takes that for success. */
  Iterable<Optional<Exception>> outcomes() {
    return hasRejections ? outcomes : List.of();
  }

  private void add(AtomicWrite write) {
    try {
      take(encode(write));
      outcomes.add(Optional.empty());
    } catch (Exception unserializable) {
      reject(unserializable);
    } catch (LinkageError incomplete) {
      reject(
          new IllegalStateException(
              "The serializer of an event of %s lacks a class: %s. Look at the class path."
                  .formatted(write.persistenceId(), incomplete),
              incomplete));
    }
  }

  private void reject(Exception why) {
    hasRejections = true;
    outcomes.add(Optional.of(why));
  }

  private void take(org.givre.journal.store.AtomicWrite write) {
    var bytes = write.payloadBytes();
    if (bytes > mostBytes) {
      throw new IllegalArgumentException(
          "A write of %d bytes is more than the %d that the journal takes; see max-write-bytes"
              .formatted(bytes, mostBytes));
    }
    if (parts.isEmpty() || partBytes + bytes > mostBytes) {
      parts.add(new ArrayList<>(1));
      partBytes = 0;
    }
    parts.get(parts.size() - 1).add(write);
    partBytes += bytes;
  }

  private org.givre.journal.store.AtomicWrite encode(AtomicWrite write) {
    var payload = write.payload();
    if (payload.size() == 1) {
      return new org.givre.journal.store.AtomicWrite(
          write.persistenceId(), List.of(encode(payload.head())));
    }
    var events = new ArrayList<NewEvent>(payload.size());
    payload.foreach(event -> events.add(encode(event)));
    return new org.givre.journal.store.AtomicWrite(write.persistenceId(), events);
  }

  private NewEvent encode(PersistentRepr event) {
    if (event.payload() instanceof Tagged tagged) {
      var tags = new TreeSet<>(CollectionConverters.asJava(tagged.tags()));
      return new NewEvent(
          event.sequenceNr(), codec.encode(event, tagged.payload()), List.copyOf(tags));
    }
    return new NewEvent(event.sequenceNr(), codec.encode(event, event.payload()), List.of());
  }
}
