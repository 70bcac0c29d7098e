package org.givre.devices.sim;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.givre.protocols.world.v1.WorldRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The world's log: appended to, never changed. What {@link #append} was given is on the disk when
 * it returns. It has one owner at a time; {@link #read} needs no ownership. See {@link LogFrames}
 * for the format.
 */
final class WorldLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorldLog.class);
  private static final String FILE = "world.log";
  private static final String LOCK = "world.lock";

  private final FileChannel lock;
  private final FileChannel file;
  private boolean broken;

  private WorldLog(FileChannel lock, FileChannel file) {
    this.lock = lock;
    this.file = file;
  }

  /**
   * Opens the log in {@code directory}, makes it if there is none, and gives what it holds to
   * {@code reader}. A last record that was not written to its end (the process was killed) was
   * never answered: it is cut off. Refuses when the log is damaged or has another owner.
   */
  static WorldLog open(Path directory, Consumer<WorldRecord> reader) {
    try {
      Files.createDirectories(directory);
      var lock = own(directory);
      try {
        return new WorldLog(lock, openFile(directory, reader));
      } catch (IOException | RuntimeException failure) {
        lock.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("World in %s cannot be opened".formatted(directory), failure);
    }
  }

  private static FileChannel own(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IllegalStateException(
          "World in %s is in use by another engine; stop that one or choose another directory"
              .formatted(directory));
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ownedInThisProcess) {
      return null;
    }
  }

  private static FileChannel openFile(Path directory, Consumer<WorldRecord> reader)
      throws IOException {
    var path = directory.resolve(FILE);
    var file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      var end = new LogFrames(path, file).read(frame -> reader.accept(parse(path, frame)));
      if (end < file.size()) {
        LOG.warn("worldLog={} cutOffBytes={} atByte={}", path, file.size() - end, end);
        file.truncate(end);
      }
      file.position(end);
      if (end == 0) {
        write(file, LogFrames.header());
      }
      file.force(true);
      forceDirectory(directory);
      return file;
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  /** So that a new file's name is on the disk too. */
  private static void forceDirectory(Path directory) throws IOException {
    try (var entry = FileChannel.open(directory, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  /**
   * Gives what the log in {@code directory} holds to {@code reader}, up to the last record that is
   * written to its end; for looking on while an engine runs, or when none does.
   */
  static void read(Path directory, Consumer<WorldRecord> reader) {
    var path = directory.resolve(FILE);
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      new LogFrames(path, file).read(frame -> reader.accept(parse(path, frame)));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "No world can be read in %s; give the directory that holds %s".formatted(directory, FILE),
          failure);
    }
  }

  private static WorldRecord parse(Path path, ByteBuffer frame) {
    try {
      return WorldRecord.parseFrom(frame);
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalStateException(
          "%s holds a record that is none of the world's; restore it from a backup".formatted(path),
          malformed);
    }
  }

  /**
   * Writes records and returns when they are on the disk. After a failure nothing more is written:
   * what is on the disk is not known until the log is opened again.
   */
  void append(List<WorldRecord> records) {
    if (broken) {
      throw new IllegalStateException(
          "The world's log could not be written; stop the engine, make room, start it again");
    }
    try {
      for (var record : records) {
        write(file, LogFrames.frame(record.toByteArray()));
      }
      file.force(false);
    } catch (IOException failure) {
      broken = true;
      throw new UncheckedIOException("The world's log could not be written", failure);
    }
  }

  private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  @Override
  public void close() {
    try (lock) {
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("The world's log could not be closed", failure);
    }
  }
}
