package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The catalogue at a point of the chain, so that a start need not read the ledger from its
 * beginning. It can be made again from the ledger: one that cannot be read is not used.
 */
record Checkpoint(ChainPoint point, Catalogue catalogue) {
  static final String FILE = "checkpoint";

  private static final int FORMAT = 1;

  static Checkpoint genesis(StoreId store) {
    return new Checkpoint(ChainPoint.genesis(store), new Catalogue());
  }

  /** The bytes of a checkpoint of what is durable now; between commits only. */
  static byte[] encode(StoreId store, ChainPoint point, Catalogue catalogue) {
    var sink = point.to(new ByteSink(1 << 16).putByte(FORMAT));
    sink.putVarint(catalogue.ownerCount());
    catalogue
        .owners()
        .forEach(
            owner ->
                sink.putText(owner.persistenceId())
                    .putVarint(owner.highest())
                    .putVarint(owner.deletedTo()));
    sink.putVarint(catalogue.tagCount());
    catalogue.tags().forEach(tag -> sink.putText(tag.name()).putVarint(tag.last()));
    return sink.putChecksum(store.bytes()).toBytes();
  }

  static void write(Path journal, byte[] encoded) throws IOException {
    DurableFile.write(journal.resolve(FILE), encoded);
  }

  /** The checkpoint of a journal, unless there is none or it cannot be read. */
  static Optional<Checkpoint> read(Path journal, StoreId store) throws IOException {
    try {
      return Optional.of(parse(store, Files.readAllBytes(journal.resolve(FILE))));
    } catch (NoSuchFileException | ByteSource.Malformed none) {
      return Optional.empty();
    }
  }

  private static Checkpoint parse(StoreId store, byte[] bytes) {
    if (!Checksum.holds(store.bytes(), bytes)) {
      throw new ByteSource.Malformed("the checkpoint has a wrong checksum");
    }
    var source = new ByteSource(bytes, 0, bytes.length - Integer.BYTES);
    var format = source.takeByte();
    if (format != FORMAT) {
      throw new ByteSource.Malformed("the checkpoint has format " + format);
    }
    return new Checkpoint(ChainPoint.from(source), catalogue(source));
  }

  private static Catalogue catalogue(ByteSource source) {
    var catalogue = new Catalogue();
    for (var owners = source.takeCount(); owners > 0; owners--) {
      var owner = catalogue.addOwner(source.takeText());
      owner.committed(source.takeVarint());
      owner.deleted(source.takeVarint());
    }
    for (var tags = source.takeCount(); tags > 0; tags--) {
      catalogue.addTag(source.takeText()).committed(source.takeVarint());
    }
    return catalogue;
  }
}
