package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.iq80.leveldb.DBException;

/**
 * What LevelDB tells for people, in its file {@code LOG}: the only place where it tells of failures
 * in its background. It tries the same again a second later, and takes a descriptor whose sync
 * failed for good if it can read it back. After a failed sync nobody knows what is on the disk, so
 * here that is an end. A port without such a file is not watched. Thread-safe.
 *
 * <p>LevelDB would call a logger of ours instead; but the native port then leaves its background
 * thread attached to the Java runtime, which does not end before that thread.
 */
final class LevelDbLog implements AutoCloseable {
  private static final int ONCE = 1 << 16;

  private final Optional<FileChannel> file;
  private final ByteBuffer read = ByteBuffer.allocate(ONCE);
  private long seen;
  private String line = "";
  private Optional<String> complaint = Optional.empty();

  private LevelDbLog(Optional<FileChannel> file) {
    this.file = file;
  }

  /** Watches the log of a database that was opened just now. */
  static LevelDbLog of(Path database) throws IOException {
    var log = database.resolve("LOG");
    return new LevelDbLog(
        Files.exists(log)
            ? Optional.of(FileChannel.open(log, StandardOpenOption.READ))
            : Optional.empty());
  }

  /**
   * Refuses when something has failed since the database was opened.
   *
   * @throws DBException with LevelDB's words
   */
  synchronized void requireNoFailure() throws IOException {
    if (file.isPresent() && complaint.isEmpty()) {
      read(file.get());
    }
    if (complaint.isPresent()) {
      throw new DBException("LevelDB failed in its background: " + complaint.get());
    }
  }

  private void read(FileChannel log) throws IOException {
    while (log.size() > seen && log.read(read.clear(), seen) > 0) {
      seen += read.position();
      take(new String(read.array(), 0, read.position(), ISO_8859_1));
    }
  }

  private void take(String text) {
    line += text;
    for (var end = line.indexOf('\n'); end >= 0; end = line.indexOf('\n')) {
      if (isComplaint(line.substring(0, end)) && complaint.isEmpty()) {
        complaint = Optional.of(line.substring(0, end));
      }
      line = line.substring(end + 1);
    }
  }

  private static boolean isComplaint(String line) {
    return line.contains("error") || line.contains("MANIFEST write:");
  }

  @Override
  public synchronized void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
