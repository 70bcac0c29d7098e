package org.givre.journal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Measures an open store. */
final class Statistics {
  private final OpenStore open;

  Statistics(OpenStore open) {
    this.open = open;
  }

  StoreStatistics measure(SignedHead head, long lastOffset, Clock clock) throws IOException {
    var keys = open.keys();
    return new StoreStatistics(
        StoreFormat.VERSION,
        open.id(),
        lastOffset,
        open.catalogue().ownerCount(),
        open.catalogue().tagCount(),
        bytes(),
        new StoreStatistics.Anchored(
            head.point().lastOffset(), Duration.ofMillis(clock.millis() - head.signedAtMillis())),
        new StoreStatistics.Keys(keys.currentId(), keys.ids(), keys.restoredIds()),
        open.db().levels());
  }

  private StoreStatistics.Bytes bytes() throws IOException {
    var directory = open.settings().directory();
    return new StoreStatistics.Bytes(
        approximately('L'),
        approximately('P'),
        approximately('T'),
        below(directory.resolve(Opening.DB)),
        open.ledger().archive().bytes(),
        below(directory.resolve(SnapshotDb.DIRECTORY)));
  }

  /** Keys that begin with a letter. */
  private long approximately(char letter) {
    return open.db().approximateBytes(new byte[] {(byte) letter}, new byte[] {(byte) (letter + 1)});
  }

  private static long below(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return 0;
    }
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(Statistics::size).sum();
    } catch (UncheckedIOException failed) {
      throw new IOException(failed);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException droppedMeanwhile) {
      return 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
