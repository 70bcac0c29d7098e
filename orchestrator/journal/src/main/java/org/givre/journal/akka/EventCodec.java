package org.givre.journal.akka;

import static java.nio.charset.StandardCharsets.UTF_8;

import akka.actor.Actor;
import akka.persistence.PersistentRepr;
import akka.serialization.Serialization;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.givre.journal.store.StoredEvent;
import scala.jdk.javaapi.OptionConverters;

/**
 * How an event of Akka is stored. Persistence id and sequence number are the store's.
 *
 * <pre>
 * version (1) = 1
 * flags (1): 1 the writer is a UUID, 2 an adapter's manifest follows, 4 metadata follow
 * serializer's id (zigzag varint), manifest (UTF-8, length first)
 * writer: 16 bytes, or text with its length first
 * timestamp (zigzag varint), milliseconds since 1970
 * the adapter's manifest, length first
 * metadata: serializer's id, manifest, bytes with their length first
 * the event, as its serializer made it: the rest
 * </pre>
 *
 * Thread-safe; decoding keeps what repeats and is not, see {@link #decoder}.
 */
final class EventCodec {
  private static final byte VERSION = 1;
  private static final int UUID_BYTES = 2 * Long.BYTES;
  private static final int WRITER_IS_UUID = 1;
  private static final int HAS_ADAPTER = 2;
  private static final int HAS_METADATA = 4;

  private final Serialization serialization;

  EventCodec(Serialization serialization) {
    this.serialization = serialization;
  }

  /**
   * The bytes of an event.
   *
   * @param payload the event itself, without its tags
   */
  byte[] encode(PersistentRepr event, Object payload) {
    var serialized = Serialized.of(serialization, payload);
    var manifest = serialized.manifest().getBytes(UTF_8);
    var extras = Extras.of(event, serialization);
    var into =
        ByteBuffer.allocate(
            2 + serialized.headSize(manifest) + extras.size() + serialized.bytes().length);
    into.put(VERSION).put((byte) extras.flags());
    serialized.putHead(into, manifest);
    extras.put(into);
    into.put(serialized.bytes());
    return into.array();
  }

  /** What is stored beside the event itself. */
  private record Extras(
      Optional<UUID> uuid,
      byte[] writer,
      long timestamp,
      Optional<byte[]> adapter,
      Optional<byte[]> metadata) {

    private static Extras of(PersistentRepr event, Serialization serialization) {
      var uuid = uuid(event.writerUuid());
      return new Extras(
          uuid,
          uuid.isPresent() ? new byte[0] : event.writerUuid().getBytes(UTF_8),
          Varints.zigzag(event.timestamp()),
          event.manifest().isEmpty()
              ? Optional.empty()
              : Optional.of(event.manifest().getBytes(UTF_8)),
          OptionConverters.toJava(event.metadata()).map(found -> metadata(serialization, found)));
    }

    private static Optional<UUID> uuid(String writer) {
      if (writer.length() != 36) {
        return Optional.empty();
      }
      try {
        var uuid = UUID.fromString(writer);
        return uuid.toString().equals(writer) ? Optional.of(uuid) : Optional.empty();
      } catch (IllegalArgumentException other) {
        return Optional.empty();
      }
    }

    private static byte[] metadata(Serialization serialization, Object found) {
      return Serialized.of(serialization, found).toSized();
    }

    private int flags() {
      return (uuid.isPresent() ? WRITER_IS_UUID : 0)
          + (adapter.isPresent() ? HAS_ADAPTER : 0)
          + (metadata.isPresent() ? HAS_METADATA : 0);
    }

    private int size() {
      return (uuid.isPresent() ? UUID_BYTES : Varints.sizeOf(writer))
          + Varints.size(timestamp)
          + adapter.map(Varints::sizeOf).orElse(0)
          + metadata.map(bytes -> bytes.length).orElse(0);
    }

    private void put(ByteBuffer into) {
      if (uuid.isPresent()) {
        into.putLong(uuid.get().getMostSignificantBits());
        into.putLong(uuid.get().getLeastSignificantBits());
      } else {
        Varints.putSized(into, writer);
      }
      Varints.put(into, timestamp);
      adapter.ifPresent(text -> Varints.putSized(into, text));
      metadata.ifPresent(into::put);
    }
  }

  /** Reads events one after another; for one thread. */
  Decoder decoder() {
    return new Decoder();
  }

  /** Most events in a row have the writer and the manifest of the one before: made once. */
  final class Decoder {
    private UUID uuid = new UUID(0, 0);
    private String uuidText = uuid.toString();
    private byte[] manifestBytes = new byte[0];
    private String manifest = "";

    private Decoder() {}

    /**
     * The event as Akka gave it.
     *
     * @throws IllegalStateException when it was stored by a later version
     */
    PersistentRepr decode(StoredEvent stored) {
      var from = ByteBuffer.wrap(stored.payload());
      var version = from.get();
      if (version != VERSION) {
        throw new IllegalStateException(
            "Event %d of %s was stored in format %d; this version reads %d. Use the version that wrote it."
                .formatted(stored.sequenceNumber(), stored.persistenceId(), version, VERSION));
      }
      return decode(stored, from, from.get());
    }

    private PersistentRepr decode(StoredEvent stored, ByteBuffer from, int flags) {
      var serializerId = (int) Varints.unzigzag(Varints.take(from));
      var eventManifest = manifest(from);
      var writer = (flags & WRITER_IS_UUID) != 0 ? uuid(from) : text(from);
      var timestamp = Varints.unzigzag(Varints.take(from));
      var adapter = (flags & HAS_ADAPTER) != 0 ? text(from) : "";
      var metadata =
          (flags & HAS_METADATA) != 0
              ? Optional.of(Serialized.takeSized(from))
              : Optional.<Serialized>empty();
      var bytes = new byte[from.remaining()];
      from.get(bytes);
      var payload = new Serialized(serializerId, eventManifest, bytes).read(serialization);
      var event =
          PersistentRepr.apply(
                  payload,
                  stored.sequenceNumber(),
                  stored.persistenceId(),
                  adapter,
                  false,
                  Actor.noSender(),
                  writer)
              .withTimestamp(timestamp);
      return metadata.map(found -> event.withMetadata(found.read(serialization))).orElse(event);
    }

    private String manifest(ByteBuffer from) {
      var length = (int) Varints.take(from);
      var position = from.position();
      if (!from.slice(position, length).equals(ByteBuffer.wrap(manifestBytes))) {
        manifestBytes = new byte[length];
        from.get(position, manifestBytes);
        manifest = new String(manifestBytes, UTF_8);
      }
      from.position(position + length);
      return manifest;
    }

    private String uuid(ByteBuffer from) {
      var found = new UUID(from.getLong(), from.getLong());
      if (!found.equals(uuid)) {
        uuid = found;
        uuidText = found.toString();
      }
      return uuidText;
    }

    private static String text(ByteBuffer from) {
      return new String(Varints.takeSized(from), UTF_8);
    }
  }
}
