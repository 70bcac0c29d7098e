package org.givre.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a process did to its files, in order, as the preloaded library recorded it. */
final class Trace {
  private static final int HEAD = 25;

  private Trace() {}

  /**
   * One step; which fields mean what depends on the kind: see {@code faults.c}.
   *
   * @param kind one of C W T S D R L U K M
   * @param file number of the file, for ever
   */
  record Step(char kind, int file, long a, long b, byte[] bytes) {
    String text() {
      return new String(bytes, UTF_8);
    }

    /** Two names. */
    String[] names() {
      return text().split("\0", 2);
    }
  }

  /** Whole steps; one that was cut short by a kill is left out. */
  static List<Step> read(Path file) throws IOException {
    var stored = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    var steps = new ArrayList<Step>();
    while (stored.remaining() >= HEAD) {
      var kind = (char) stored.get();
      var number = stored.getInt();
      var a = stored.getLong();
      var b = stored.getLong();
      var length = stored.getInt();
      if (length > stored.remaining()) {
        break;
      }
      var bytes = new byte[length];
      stored.get(bytes);
      steps.add(new Step(kind, number, a, b, bytes));
    }
    return steps;
  }
}
