package org.givre.journal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Copies an open journal into a directory, as it is at one offset; commits go on meanwhile.
 *
 * <p>Snapshots come first, so that none is newer than the events; then a head is signed, and the
 * chain is copied up to it, each block verified on the way. The manifest comes last: a directory
 * without one is no backup.
 */
final class Backup {
  static final String SEGMENTS = "segments";
  static final String HEAD = "head";

  /** Bytes of one file, about. */
  private static final long SEGMENT_BYTES = 256L << 20;

  /** Bytes after which LevelDB's view is let go, so that its old tables can be. */
  private static final long PAGE_BYTES = 4L << 20;

  private final OpenStore open;
  private final Optional<SnapshotDb> snapshots;
  private final Path to;
  private final Progress progress;

  Backup(OpenStore open, Optional<SnapshotDb> snapshots, Path to, Progress progress) {
    this.open = open;
    this.snapshots = snapshots;
    this.to = to;
    this.progress = progress;
  }

  /** Signs the end as it is now. */
  interface Signer {
    SignedHead signEnd() throws IOException;
  }

  /**
   * Makes the backup.
   *
   * @param withSigningKey whoever has such a backup can sign in the journal's name
   */
  BackupReport run(Signer signer, boolean withSigningKey) throws IOException {
    requireEmpty();
    Files.createDirectories(to.resolve(SEGMENTS));
    copySnapshots();
    var head = signer.signEnd();
    var blocks = copyChain(head.point());
    copyKeys(withSigningKey);
    HeadHistory.copy(open.settings().directory(), open.id(), head, to.resolve(HeadHistory.FILE));
    DurableFile.write(to.resolve(HEAD), head.encode(open.id()));
    var bytes = Manifest.write(to, open.id(), head.point());
    return new BackupReport(open.id(), head.point().lastOffset(), blocks, bytes);
  }

  private void requireEmpty() throws IOException {
    if (Files.exists(to)) {
      try (var files = Files.list(to)) {
        if (files.findAny().isPresent()) {
          throw new IOException(
              "%s is not empty. Give an empty or new directory for each backup.".formatted(to));
        }
      }
    }
  }

  /**
   * On the journal's own disk a backup takes what the journal may need, and is refused before.
   *
   * @param bytes that are written next
   */
  private void requireRoom(long bytes) throws IOException {
    var disk = Files.getFileStore(to);
    var left = disk.getUsableSpace() - bytes;
    var least = open.settings().disk().stopBelow();
    if (left < least && disk.equals(Files.getFileStore(open.settings().directory()))) {
      throw new IOException(
          "A backup in %s would leave the journal's disk %d bytes; it needs %d. Delete what is there of the backup, and give another disk."
              .formatted(to, left, least));
    }
  }

  /** From whoever has them open, or else from their directory. */
  private void copySnapshots() throws IOException {
    var from = open.settings().directory().resolve(SnapshotDb.DIRECTORY);
    if (!Files.exists(from)) {
      return;
    }
    requireRoom(bytes(from));
    var copy = to.resolve(SnapshotDb.DIRECTORY);
    if (snapshots.isPresent()) {
      SnapshotCopy.write(copy, snapshots.get()::scan);
    } else {
      try (var db = LevelDb.open(from, open.settings().levelDb(), true)) {
        SnapshotCopy.write(copy, (start, visitor) -> db.scan(start, false, visitor));
      }
    }
  }

  /** About as many as its entries take; a table that is gone meanwhile counts as nothing. */
  private static long bytes(Path database) throws IOException {
    try (var files = Files.list(database)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Returns how many blocks there are up to {@code end}. */
  private long copyChain(ChainPoint end) throws IOException {
    var at = ChainPoint.genesis(open.id());
    var blocks = 0L;
    while (end.isAfter(at)) {
      try (var writer = SegmentWriter.begin(to.resolve(SEGMENTS), open.id(), at)) {
        while (end.isAfter(writer.at()) && writer.size() < SEGMENT_BYTES) {
          blocks += page(writer, end);
        }
        at = writer.finish().after();
      }
    }
    return blocks;
  }

  private long page(SegmentWriter writer, ChainPoint end) throws IOException {
    requireRoom(PAGE_BYTES);
    var page = new Page(writer, end);
    var reached = page.copy();
    if (page.blocks == 0 || reached.isAfter(end)) {
      throw JournalDamage.at(
          reached.lastOffset() + 1, "the chain does not lead to offset " + end.lastOffset());
    }
    progress.at(reached.lastOffset(), end.lastOffset());
    return page.blocks;
  }

  private final class Page {
    private final SegmentWriter writer;
    private final ChainPoint end;
    private final long until;
    private long blocks;

    Page(SegmentWriter writer, ChainPoint end) {
      this.writer = writer;
      this.end = end;
      this.until = writer.size() + PAGE_BYTES;
    }

    ChainPoint copy() throws IOException {
      try {
        return open.ledger().follow(writer.at(), this::add);
      } catch (UncheckedIOException failed) {
        throw new IOException(failed);
      }
    }

    private boolean add(Block block, ChainPoint after) {
      Archiver.add(writer, block, after);
      blocks++;
      return end.isAfter(after) && writer.size() < until;
    }
  }

  private void copyKeys(boolean withSigningKey) throws IOException {
    var journal = open.settings().directory();
    DurableFile.copy(journal.resolve(KeyRing.PUBLIC_KEYS), to.resolve(KeyRing.PUBLIC_KEYS));
    if (withSigningKey) {
      KeyRing.copySecret(
          open.settings().keyDirectory().resolve(KeyRing.SIGNING_KEY),
          to.resolve(KeyRing.SIGNING_KEY));
    }
  }
}
