package org.givre.devices.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.givre.protocols.world.v1.WorldRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The world's log: appended to, never changed. What {@link #append} was given is on the disk when
 * it returns. It has one owner at a time; {@link #look} needs no ownership. See {@link LogFrames}
 * for the format.
 */
final class WorldLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorldLog.class);
  private static final String FILE = "world.log";
  private static final String LOCK = "world.lock";

  private final FileChannel lock;
  private final Path directory;
  private final FileChannel file;
  private final LogFrames frames;
  private boolean broken;

  private WorldLog(FileChannel lock, Path directory, FileChannel file) {
    this.lock = lock;
    this.directory = directory;
    this.file = file;
    this.frames = new LogFrames(directory.resolve(FILE), file);
  }

  /**
   * Takes the log in {@code directory}, and makes it if there is none; {@link #replay} comes next.
   * Refuses when it has another owner.
   */
  static WorldLog open(Path directory) {
    try {
      Files.createDirectories(directory);
      var lock = own(directory);
      try {
        return new WorldLog(lock, directory, openFile(directory));
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

  private static FileChannel openFile(Path directory) throws IOException {
    return FileChannel.open(
        directory.resolve(FILE),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  /**
   * Gives what the log holds to {@code reader}, which may look back at any record that it was
   * given. A last record that was not written to its end (the process was killed) was never
   * answered: it is cut off. Refuses a log that is damaged. Once, before anything is appended.
   */
  void replay(LogFrames.Reader reader) {
    try {
      var end = frames.read(reader);
      if (end < file.size()) {
        LOG.warn("worldLog={} cutOffBytes={} atByte={}", directory, file.size() - end, end);
        file.truncate(end);
      }
      file.position(end);
      if (end == 0) {
        write(LogFrames.header());
      }
      file.force(true);
      forceDirectory(directory);
    } catch (IOException failure) {
      throw new UncheckedIOException("World in %s cannot be opened".formatted(directory), failure);
    }
  }

  /** So that a new file's name is on the disk too. */
  private static void forceDirectory(Path directory) throws IOException {
    try (var entry = FileChannel.open(directory, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  /**
   * The log in {@code directory}, to be read up to the last record that is written to its end; for
   * looking on while an engine runs, or when none does.
   */
  static LogFrames look(Path directory) {
    var path = directory.resolve(FILE);
    try {
      return new LogFrames(path, FileChannel.open(path, StandardOpenOption.READ));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "No world can be read in %s; give the directory that holds %s".formatted(directory, FILE),
          failure);
    }
  }

  /** The record at a place that {@link #replay} or {@link #append} has told. */
  WorldRecord record(long at) {
    return frames.record(at);
  }

  /**
   * Writes records and, when they are on the disk, tells {@code reader} of each. After a failure
   * nothing more is written: what is on the disk is not known until the log is opened again.
   */
  void append(List<WorldRecord> records, LogFrames.Reader reader) {
    if (broken) {
      throw new IllegalStateException(
          "The world's log could not be written; stop the engine, make room, start it again");
    }
    var places = new ArrayList<Long>();
    try {
      for (var record : records) {
        places.add(file.position());
        write(LogFrames.frame(record.toByteArray()));
      }
      file.force(false);
    } catch (IOException failure) {
      broken = true;
      throw new UncheckedIOException("The world's log could not be written", failure);
    }
    for (var i = 0; i < places.size(); i++) {
      reader.take(places.get(i), records.get(i));
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
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
