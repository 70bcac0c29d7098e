package org.givre.journal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of two slots, each in a disk sector of its own, that are written in turn: when a write is
 * cut short, the slot before it is whole. Not thread-safe.
 */
final class Slots implements AutoCloseable {
  /** Disks of today write 4,096 bytes at once. */
  private static final int SLOT = 4096;

  private final FileChannel channel;
  private final int length;
  private int next;

  private Slots(FileChannel channel, int length) {
    this.channel = channel;
    this.length = length;
  }

  static Slots open(Path file, int length) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new Slots(channel, length);
  }

  /** What the slots hold; one that was never written wholly is left out. */
  List<byte[]> read() throws IOException {
    var found = new ArrayList<byte[]>();
    for (var slot = 0; slot < 2; slot++) {
      var bytes = ByteBuffer.allocate(length);
      channel.read(bytes, (long) slot * SLOT);
      if (!bytes.hasRemaining()) {
        found.add(bytes.array());
      }
    }
    return found;
  }

  /** The slot that is written next: the one that does not hold the latest. */
  void writeNext(int slot) {
    next = slot;
  }

  void write(byte[] content) throws IOException {
    DurableFile.writeFully(channel, ByteBuffer.wrap(content), (long) next * SLOT);
    next = 1 - next;
  }

  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
