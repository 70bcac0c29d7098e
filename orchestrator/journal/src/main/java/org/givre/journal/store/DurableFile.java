package org.givre.journal.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes small files so that after a crash either the old or the new content is there, whole. */
public final class DurableFile {
  /** Ends the name of a file that is not complete yet. */
  public static final String UNFINISHED = ".new";

  private DurableFile() {}

  /** Replaces the content of a file; durable when this returns. */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /** Puts out the content of a file. */
  @FunctionalInterface
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** The same, where the content is not held in memory. */
  static void write(Path file, Content content) throws IOException {
    var unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.to(out);
      out.flush();
      channel.force(true);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /** Copies a file of any size; makes the target's directory when it is not there. */
  static void copy(Path from, Path to) throws IOException {
    var directory = Objects.requireNonNull(to.toAbsolutePath().getParent());
    Files.createDirectories(directory);
    var unfinished = to.resolveSibling(to.getFileName() + UNFINISHED);
    Files.copy(from, unfinished, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory(directory);
  }

  static void writeFully(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
    var at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  /** Makes new names in a directory durable. */
  static void forceDirectory(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
