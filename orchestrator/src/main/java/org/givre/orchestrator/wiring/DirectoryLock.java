package org.givre.orchestrator.wiring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.givre.orchestrator.wiring.StartRefusal.Reason;

/**
 * Keeps a second engine out of a data directory. The operating system drops it with our process.
 */
final class DirectoryLock implements AutoCloseable {
  static final String FILE = "LOCK";

  /**
   * Locked by this process. The operating system's lock does not tell engines of one process apart,
   * and is lost when any of them closes the file.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock, or says which process has it. */
  static DirectoryLock take(Path directory) throws IOException {
    var file = directory.toRealPath().resolve(FILE);
    if (!OURS.add(file)) {
      throw inUse(directory, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new DirectoryLock(file, locked(directory, file));
    } catch (IOException | RuntimeException refused) {
      OURS.remove(file);
      throw refused;
    }
  }

  private static FileChannel locked(Path directory, Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw inUse(directory, Files.readString(file).strip());
    }
    channel.truncate(0);
    var own = ProcessHandle.current().pid() + "\n";
    channel.write(ByteBuffer.wrap(own.getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static StartRefusal inUse(Path directory, String process) {
    return new StartRefusal(
        Reason.CONFLICT,
        "Data directory %s is in use by process %s. Stop it first, or give another --data-dir."
            .formatted(directory, process));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    OURS.remove(file);
  }
}
