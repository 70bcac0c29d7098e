package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** LevelDB's list of its tables, {@code MANIFEST-...}: a log of changes. */
final class Descriptor {
  /** Of a change's first fields: name of the order of keys, number of the log (version_edit.cc). */
  private static final int COMPARATOR = 1;

  private static final int LOG_NUMBER = 2;

  private Descriptor() {}

  /** The descriptor that a database uses; empty when it names none. */
  static Optional<Path> of(Path database) throws IOException {
    var current = database.resolve("CURRENT");
    if (!Files.exists(current)) {
      return Optional.empty();
    }
    var name = Files.readString(current, ISO_8859_1).strip();
    return name.matches("MANIFEST-[0-9]{6,18}")
        ? Optional.of(database.resolve(name)).filter(Files::isRegularFile)
        : Optional.empty();
  }

  /** Numbers of files that were made since are greater. */
  static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().substring("MANIFEST-".length()));
  }

  /** Number of the oldest log that is not in tables; 0 when it names none. */
  static long logNumber(Path file) throws IOException {
    var latest = new long[1];
    LogFormat.read(file, change -> latest[0] = logNumber(change).orElse(latest[0]));
    return latest[0];
  }

  private static Optional<Long> logNumber(ByteBuffer change) {
    try {
      var field = varint(change);
      if (field == COMPARATOR) {
        var length = (int) varint(change);
        field = change.position(change.position() + length).hasRemaining() ? varint(change) : 0;
      }
      return field == LOG_NUMBER ? Optional.of(varint(change)) : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException cutShort) {
      return Optional.empty();
    }
  }

  private static long varint(ByteBuffer from) {
    var value = 0L;
    var shift = 0;
    var next = from.get();
    while (next < 0 && shift < Long.SIZE) {
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
      next = from.get();
    }
    return value | (long) next << shift;
  }
}
