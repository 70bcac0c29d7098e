package org.givre.journal.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Signed heads of the past, appended and never changed: at most one a minute, about 80 MB in a year
 * of constant work. Whoever checks the journal later sees that its past was the same at each of
 * them. One thread at a time.
 */
final class HeadHistory implements AutoCloseable {
  static final String FILE = "heads";

  private static final long INTERVAL_MILLIS = 60_000;

  private final FileChannel channel;
  private final StoreId store;
  private long latestMillis = Long.MIN_VALUE;

  private HeadHistory(FileChannel channel, StoreId store) {
    this.channel = channel;
    this.store = store;
  }

  static HeadHistory open(Path journal, StoreId store) throws IOException {
    var channel =
        FileChannel.open(
            journal.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return new HeadHistory(channel, store);
  }

  /** Adds a head unless another was added less than a minute before. */
  void add(SignedHead head) throws IOException {
    if (latestMillis == Long.MIN_VALUE || head.signedAtMillis() - latestMillis >= INTERVAL_MILLIS) {
      latestMillis = head.signedAtMillis();
      var whole = channel.size() / SignedHead.LENGTH * SignedHead.LENGTH;
      DurableFile.writeFully(channel, ByteBuffer.wrap(head.encode(store)), whole);
      channel.force(false);
    }
  }

  /** The file from its beginning; nothing when there is none. */
  static InputStream stream(Path journal) throws IOException {
    var file = journal.resolve(FILE);
    return Files.exists(file)
        ? new BufferedInputStream(Files.newInputStream(file))
        : InputStream.nullInputStream();
  }

  /**
   * Copies the heads of the past; those after {@code last}, and one at the end that was cut short,
   * are left out.
   *
   * @throws JournalDamage when another is no head
   */
  static void copy(Path journal, StoreId store, SignedHead last, Path to) throws IOException {
    try (var in = stream(journal)) {
      DurableFile.write(
          to,
          out -> {
            var reached = 0L;
            var bytes = in.readNBytes(SignedHead.LENGTH);
            for (var n = 1L; bytes.length == SignedHead.LENGTH; n++) {
              var head = parsed(store, bytes, n, reached);
              reached = head.point().lastOffset();
              if (head.serial() <= last.serial()) {
                out.write(bytes);
              }
              bytes = in.readNBytes(SignedHead.LENGTH);
            }
          });
    }
  }

  private static SignedHead parsed(StoreId store, byte[] bytes, long number, long reached) {
    try {
      return SignedHead.parse(store, bytes);
    } catch (ByteSource.Malformed malformed) {
      throw JournalDamage.at(
          reached, "head %d of the file %s: %s".formatted(number, FILE, malformed.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
