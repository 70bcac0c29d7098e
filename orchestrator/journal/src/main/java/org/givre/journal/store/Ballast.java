package org.givre.journal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/** A file that only takes up room, to be given back when there is no other. */
final class Ballast {
  static final String FILE = "ballast";

  private static final int CHUNK = 1 << 20;

  private final Path file;
  private final Path unfinished;
  private final long size;

  Ballast(Path journal, long size) {
    this.file = journal.resolve(FILE);
    this.unfinished = journal.resolve(FILE + DurableFile.UNFINISHED);
    this.size = size;
  }

  /** Whether there is still room for it, beside what matters more. */
  @FunctionalInterface
  interface Room {
    boolean isThere() throws IOException;
  }

  /**
   * Takes up the room, with content that no file system makes smaller; does not count until it is
   * kept.
   *
   * @return false when there was no room any more; part of it is written then
   */
  boolean write(Room room) throws IOException {
    var chunk = new byte[CHUNK];
    new SplittableRandom(size).nextBytes(chunk);
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (var written = 0L; written < size; written += CHUNK) {
        if (!room.isThere()) {
          return false;
        }
        var part = ByteBuffer.wrap(chunk, 0, (int) Math.min(CHUNK, size - written));
        DurableFile.writeFully(channel, part, written);
      }
      channel.force(true);
    }
    return true;
  }

  /** What was written counts from now on. */
  void keep() throws IOException {
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Gives up whatever there is of it. */
  void release() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(unfinished);
  }

  /** Whether all of it is there; so it is when none is wanted. */
  boolean isLoaded() throws IOException {
    return size == 0 || (Files.exists(file) && Files.size(file) >= size);
  }

  /** Whether there is anything to be given up. */
  boolean isHeld() {
    return Files.exists(file) || Files.exists(unfinished);
  }
}
