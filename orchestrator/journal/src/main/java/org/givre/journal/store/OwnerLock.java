package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second user out of a directory. The operating system drops it with our process. */
public final class OwnerLock implements AutoCloseable {
  public static final String FILE = "LOCK";

  /**
   * Locked by this process. The operating system's lock does not tell users in one process apart,
   * and is lost when any of them closes the file.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private OwnerLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The directory is held by somebody else. */
  public static final class Held extends RuntimeException {
    private final String process;

    Held(Path directory, String process) {
      super("%s is held by process %s".formatted(directory, process));
      this.process = process;
    }

    /** Id of the process that holds it. */
    public String process() {
      return process;
    }
  }

  /**
   * Takes the lock.
   *
   * @throws Held when somebody else has it
   */
  public static OwnerLock take(Path directory) throws IOException {
    var file = directory.toRealPath().resolve(FILE);
    if (!OURS.add(file)) {
      throw new Held(directory, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new OwnerLock(file, locked(directory, file));
    } catch (IOException | RuntimeException refused) {
      OURS.remove(file);
      throw refused;
    }
  }

  private static FileChannel locked(Path directory, Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new Held(directory, Files.readString(file).strip());
    }
    channel.truncate(0);
    var own = ProcessHandle.current().pid() + "\n";
    channel.write(ByteBuffer.wrap(own.getBytes(US_ASCII)));
    return channel;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    OURS.remove(file);
  }
}
