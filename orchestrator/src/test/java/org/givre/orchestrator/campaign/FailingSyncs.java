package org.givre.orchestrator.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Syncs of an engine that fail with EIO, by the library that the journal's own proofs preload: see
 * {@code journal/src/test/c/faults.c}.
 */
final class FailingSyncs {
  private static final Path SOURCE = Path.of("journal/src/test/c/faults.c").toAbsolutePath();
  private static final int MATCH_AT = 5 * Long.BYTES;
  private static final int MATCH_BYTES = 64;
  private static final long SYNC = 1;

  private final Path directory;
  private final ByteBuffer control;

  private FailingSyncs(Path directory, ByteBuffer control) {
    this.directory = directory;
    this.control = control;
  }

  /** Compiles the library into a directory, or ends the test where that is not possible. */
  static FailingSyncs in(Path directory) throws IOException, InterruptedException {
    Requirement.of(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "faults are injected on Linux x86-64 only");
    Requirement.of(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc compiles the faults");
    compile(directory.resolve("faults.so"));
    try (var channel =
        FileChannel.open(
            directory.resolve("control"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      var control = channel.map(FileChannel.MapMode.READ_WRITE, 0, MATCH_AT + MATCH_BYTES);
      return new FailingSyncs(directory, control.order(ByteOrder.LITTLE_ENDIAN));
    }
  }

  private static void compile(Path library) throws IOException, InterruptedException {
    var compiler =
        new ProcessBuilder(
                List.of(
                    "/usr/bin/gcc",
                    "-O2",
                    "-shared",
                    "-fPIC",
                    "-o",
                    library.toString(),
                    SOURCE.toString(),
                    "-ldl",
                    "-lpthread"))
            .inheritIO()
            .start();
    if (!compiler.waitFor(1, TimeUnit.MINUTES) || compiler.exitValue() != 0) {
      throw new IllegalStateException("gcc does not compile " + SOURCE);
    }
  }

  /** What a process needs to see faults below {@code below}. */
  Map<String, String> environment(Path below) {
    return Map.of(
        "LD_PRELOAD", directory.resolve("faults.so").toString(),
        "GIVRE_FAULTS_DIR", below.toString(),
        "GIVRE_FAULTS_CONTROL", directory.resolve("control").toString());
  }

  /** The {@code n}-th sync from now on fails, of those of files whose path has {@code match}. */
  void fail(String match, long n) {
    control.putLong(0, 0);
    control.put(MATCH_AT, new byte[MATCH_BYTES]);
    control.put(MATCH_AT, match.getBytes(StandardCharsets.US_ASCII));
    control.putLong(Long.BYTES, n);
    control.putLong(0, SYNC);
  }

  /** How many have failed. */
  long failed() {
    return control.getLong(3 * Long.BYTES);
  }
}
