package org.givre.journal.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Snapshots in a backup, as they are at one moment: a plain file of entries, each the length of its
 * key (4), the key, the length of its value (4), the value; big-endian. No LevelDB is open on the
 * backup's disk: a full one would kill the process. The manifest vouches for the content.
 */
final class SnapshotCopy {
  /** Bytes that are synced at once when they are put back. */
  private static final long BATCH_BYTES = 8L << 20;

  private SnapshotCopy() {}

  /** Visits all entries of a LevelDB; see {@link LevelDb#scan}. */
  interface Source {
    void scan(byte[] start, LevelDb.Visitor visitor);
  }

  /** Writes a file, which is durable when this returns; saves go on meanwhile. */
  static void write(Path file, Source from) throws IOException {
    try (var channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var out =
            new DataOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
      from.scan(
          new byte[0],
          (key, value) -> {
            write(out, key);
            write(out, value);
            return true;
          });
      out.flush();
      channel.force(true);
    } catch (UncheckedIOException full) {
      throw new IOException(full.getMessage(), full);
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) {
    try {
      out.writeInt(bytes.length);
      out.write(bytes);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Puts the entries of a file into a LevelDB that is on a disk with room. */
  static void restore(Path file, LevelDb to, Room room) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (var left = Files.size(file); left > 0; ) {
        var batch = batch(in, left);
        room.require(2 * batch.bytes());
        to.write(
            filling -> {
              for (var entry : batch.entries()) {
                filling.put(entry.key(), entry.value());
              }
            });
        left -= batch.bytes();
      }
    }
  }

  private record Entry(byte[] key, byte[] value) {}

  /** Entries, and the bytes of the file that they take. */
  private record Batch(List<Entry> entries, long bytes) {}

  private static Batch batch(DataInputStream in, long most) throws IOException {
    var entries = new ArrayList<Entry>();
    var bytes = 0L;
    while (bytes < Math.min(most, BATCH_BYTES)) {
      var key = read(in, most - bytes);
      var value = read(in, most - bytes);
      entries.add(new Entry(key, value));
      bytes += 2L * Integer.BYTES + key.length + value.length;
    }
    return new Batch(entries, bytes);
  }

  private static byte[] read(DataInputStream in, long most) throws IOException {
    var length = in.readInt();
    if (length < 0 || length > most) {
      throw new ByteSource.Malformed("its snapshots cannot be read");
    }
    return in.readNBytes(length);
  }
}
