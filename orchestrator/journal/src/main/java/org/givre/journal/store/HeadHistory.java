package org.givre.journal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * All heads of the past, oldest first; one at the end that was cut short is left out.
   *
   * @throws ByteSource.Malformed when another is no head
   */
  static List<SignedHead> read(Path journal, StoreId store) throws IOException {
    var heads = new ArrayList<SignedHead>();
    try {
      var stored = ByteBuffer.wrap(Files.readAllBytes(journal.resolve(FILE)));
      while (stored.remaining() >= SignedHead.LENGTH) {
        var bytes = new byte[SignedHead.LENGTH];
        stored.get(bytes);
        heads.add(SignedHead.parse(store, bytes));
      }
    } catch (NoSuchFileException none) {
      return heads;
    }
    return heads;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
