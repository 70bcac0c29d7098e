package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;

/**
 * Writes blocks that follow each other into one file.
 *
 * <pre>
 * "GIVRESEG" (8), format (4) = 1, id of the store (16)
 * the point before: last offset (8), run (4), hash (32)
 * blocks, each: length (4), the block
 * 0 (4)
 * the point after the last block: last offset (8), run (4), hash (32)
 * SHA-256 (32) of all of the above
 * </pre>
 *
 * The file has its name only once it is complete and durable. Not thread-safe.
 */
final class SegmentWriter implements AutoCloseable {
  static final byte[] MAGIC = "GIVRESEG".getBytes(US_ASCII);
  static final int FORMAT = 1;

  /** Bytes before the first block. */
  static final int HEADER = 8 + 4 + 16 + ChainPoint.LENGTH;

  /** Bytes after the last block. */
  static final int TRAILER = 4 + ChainPoint.LENGTH + Sha256.LENGTH;

  private final Path directory;
  private final Path unfinished;
  private final FileChannel channel;
  private final DigestOutputStream out;
  private final ChainPoint before;
  private ChainPoint at;
  private long size;

  private SegmentWriter(Path directory, ChainPoint before) throws IOException {
    this.directory = directory;
    this.before = before;
    this.at = before;
    this.unfinished = directory.resolve(Segment.fileName(before) + DurableFile.UNFINISHED);
    this.channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.out =
        new DigestOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), Sha256.digest());
  }

  /** Begins a file for the blocks after a point, in a directory that exists. */
  static SegmentWriter begin(Path directory, StoreId store, ChainPoint before) throws IOException {
    var writer = new SegmentWriter(directory, before);
    var head = new ByteSink(HEADER).putBytes(MAGIC).putInt(FORMAT).putBytes(store.bytes());
    writer.put(before.to(head));
    return writer;
  }

  private void put(ByteSink sink) throws IOException {
    out.write(sink.buffer(), 0, sink.size());
    size += sink.size();
  }

  /** Adds the next block; the caller has checked that it follows. */
  void add(Block block, ChainPoint after) throws IOException {
    put(new ByteSink(Integer.BYTES).putInt(block.bytes().length));
    out.write(block.bytes());
    size += block.bytes().length;
    at = after;
  }

  /** Bytes so far. */
  long size() {
    return size;
  }

  ChainPoint at() {
    return at;
  }

  /** Completes the file, which is durable under its name when this returns. */
  Segment finish() throws IOException {
    put(at.to(new ByteSink(TRAILER).putInt(0)));
    var hash = out.getMessageDigest().digest();
    out.on(false);
    put(new ByteSink(Sha256.LENGTH).putBytes(hash));
    out.flush();
    channel.force(true);
    channel.close();
    Files.move(
        unfinished,
        directory.resolve(Segment.fileName(before)),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    DurableFile.forceDirectory(directory);
    return new Segment(before, at, size, hash);
  }

  /** A file that was not finished is left unfinished; the next attempt writes over it. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
