package org.givre.journal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/** A file that only takes up room, to be given back when there is no other. */
final class Ballast {
  static final String FILE = "ballast";

  private static final int CHUNK = 1 << 20;

  private final Path file;
  private final long size;

  Ballast(Path journal, long size) {
    this.file = journal.resolve(FILE);
    this.size = size;
  }

  /** Takes up the room; content that no file system makes smaller. */
  void load() throws IOException {
    if (size == 0 || (Files.exists(file) && Files.size(file) == size)) {
      return;
    }
    var chunk = new byte[CHUNK];
    new SplittableRandom(size).nextBytes(chunk);
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (var written = 0L; written < size; written += CHUNK) {
        var part = ByteBuffer.wrap(chunk, 0, (int) Math.min(CHUNK, size - written));
        DurableFile.writeFully(channel, part, written);
      }
    }
  }

  void release() throws IOException {
    Files.deleteIfExists(file);
  }

  boolean isLoaded() {
    return Files.exists(file);
  }

  long size() {
    return size;
  }
}
