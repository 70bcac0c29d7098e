package org.givre.journal.akka;

import akka.persistence.SelectedSnapshot;
import akka.persistence.SnapshotMetadata;
import akka.serialization.Serialization;
import java.nio.ByteBuffer;
import org.givre.journal.store.SnapshotName;
import org.givre.journal.store.StoredSnapshot;
import scala.jdk.javaapi.OptionConverters;

/**
 * How a snapshot of Akka is stored. Its content is what its serializer makes; its head is
 *
 * <pre>
 * version (1) = 1
 * flags (1): 1 metadata follow
 * serializer's id (zigzag varint), manifest (UTF-8, length first)
 * metadata: serializer's id, manifest, bytes with their length first
 * </pre>
 */
final class SnapshotCodec {
  private static final byte VERSION = 1;
  private static final byte HAS_METADATA = 1;

  private final Serialization serialization;

  SnapshotCodec(Serialization serialization) {
    this.serialization = serialization;
  }

  StoredSnapshot encode(SnapshotMetadata metadata, Object snapshot) {
    var serialized = Serialized.of(serialization, snapshot);
    var extra =
        OptionConverters.toJava(metadata.metadata())
            .map(found -> Serialized.of(serialization, found).toSized());
    var head = serialized.head();
    var into = ByteBuffer.allocate(2 + head.length + extra.map(bytes -> bytes.length).orElse(0));
    into.put(VERSION).put(extra.isPresent() ? HAS_METADATA : 0).put(head);
    extra.ifPresent(into::put);
    return new StoredSnapshot(name(metadata), into.array(), serialized.bytes());
  }

  static SnapshotName name(SnapshotMetadata metadata) {
    return new SnapshotName(metadata.persistenceId(), metadata.sequenceNr(), metadata.timestamp());
  }

  SelectedSnapshot decode(StoredSnapshot stored) {
    var from = ByteBuffer.wrap(stored.head());
    var name = stored.name();
    var version = from.get();
    if (version != VERSION) {
      throw new IllegalStateException(
          "Snapshot %d of %s was stored in format %d; this version reads %d. Use the version that wrote it."
              .formatted(name.sequenceNumber(), name.persistenceId(), version, VERSION));
    }
    var flags = from.get();
    var snapshot = Serialized.from(from, stored.content()).read(serialization);
    var metadata =
        new SnapshotMetadata(name.persistenceId(), name.sequenceNumber(), name.timestampMillis());
    return SelectedSnapshot.create(
        flags == HAS_METADATA
            ? metadata.withMetadata(Serialized.takeSized(from).read(serialization))
            : metadata,
        snapshot);
  }
}
