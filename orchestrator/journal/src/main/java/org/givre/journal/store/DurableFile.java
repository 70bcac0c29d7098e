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
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Writes small files so that after a crash either the old or the new content is there, whole. */
public final class DurableFile {
  /** Ends the name of a file that is not complete yet. */
  public static final String UNFINISHED = ".new";

  /** Of a file that is a secret. */
  static final Set<PosixFilePermission> OWNER_ONLY =
      Collections.unmodifiableSet(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

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
    var unfinished = unfinished(file);
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      fill(channel, content);
    }
    finish(unfinished, file);
  }

  /** The same, for what nobody but the owner may ever read. */
  static void writeSecret(Path file, byte[] content) throws IOException {
    var unfinished = unfinished(file);
    Files.deleteIfExists(unfinished);
    try (var channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      fill(channel, out -> out.write(content));
    }
    finish(unfinished, file);
  }

  private static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + UNFINISHED);
  }

  private static void fill(FileChannel channel, Content content) throws IOException {
    var out = new BufferedOutputStream(Channels.newOutputStream(channel));
    content.to(out);
    out.flush();
    channel.force(true);
  }

  private static void finish(Path unfinished, Path file) throws IOException {
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /** Copies a file of any size; makes the target's directory when it is not there. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.toAbsolutePath().getParent()));
    write(to, out -> Files.copy(from, out));
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
