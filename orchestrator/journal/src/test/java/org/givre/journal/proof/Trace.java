package org.givre.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.givre.journal.faults.Faults;

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

  /**
   * What a program does to the files below {@code traced}; it may note marks in the file {@link
   * #marks}.
   *
   * @param directory for what belongs to the tracing
   */
  static List<Step> of(Path directory, Path traced, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    var trace = directory.resolve("trace");
    var environment =
        Map.of(
            "LD_PRELOAD", Faults.compile(directory).toString(),
            "GIVRE_FAULTS_DIR", traced.toString(),
            "GIVRE_FAULTS_TRACE", trace.toString(),
            "GIVRE_FAULTS_MARK", marks(directory).toString());
    try (var process = JavaProcess.start(main, environment, arguments)) {
      assertThat(process.exit()).as(process.text()).isZero();
    }
    return read(trace);
  }

  /** Where a program that is traced notes what it has come to. */
  static Path marks(Path directory) {
    return directory.resolve("marks");
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
