package org.givre.journal.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The library that is preloaded to make a process see faults: see {@code faults.c} beside it. */
public final class Faults {
  private static final int MATCH_AT = 5 * Long.BYTES;
  private static final int MATCH_BYTES = 64;
  private static final int NAME_AT = MATCH_AT + MATCH_BYTES;
  private static final int NAME_BYTES = 256;

  private Faults() {}

  /** Calls that can be made to fail with EIO. */
  public enum Call {
    SYNC(1),
    WRITE(2),
    RESIZE(4),
    MAKE(8),
    RENAME(16);

    private final long bit;

    Call(long bit) {
      this.bit = bit;
    }
  }

  /** Compiles the library into a directory, or ends the test where that is not possible. */
  public static Path compile(Path directory) throws IOException, InterruptedException {
    Requirement.of(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "faults are injected on Linux x86-64 only");
    Requirement.of(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc compiles the faults");
    var library = directory.resolve("faults.so");
    var source = directory.resolve("faults.c");
    try (var written = Objects.requireNonNull(Faults.class.getResourceAsStream("faults.c"))) {
      Files.copy(written, source, StandardCopyOption.REPLACE_EXISTING);
    }
    var compiler =
        new ProcessBuilder(
                List.of(
                    "/usr/bin/gcc",
                    "-O2",
                    "-Wall",
                    "-Werror",
                    "-shared",
                    "-fPIC",
                    "-o",
                    library.toString(),
                    source.toString(),
                    "-ldl",
                    "-lpthread"))
            .inheritIO()
            .start();
    if (!compiler.waitFor(1, TimeUnit.MINUTES) || compiler.exitValue() != 0) {
      throw new IllegalStateException("gcc does not compile " + source);
    }
    return library;
  }

  /**
   * Compiles the library, as above.
   *
   * @return what a process needs to see faults below {@code below}
   */
  public static Map<String, String> environment(Path directory, Path below, Path control)
      throws IOException, InterruptedException {
    return Map.of(
        "LD_PRELOAD", compile(directory).toString(),
        "GIVRE_FAULTS_DIR", below.toString(),
        "GIVRE_FAULTS_CONTROL", control.toString());
  }

  /** Memory that is shared with the library. */
  public static final class Control {
    private final ByteBuffer shared;

    private Control(ByteBuffer shared) {
      this.shared = shared;
    }

    public static Control in(Path file) throws IOException {
      try (var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        var shared = channel.map(FileChannel.MapMode.READ_WRITE, 0, NAME_AT + NAME_BYTES);
        return new Control(shared.order(ByteOrder.LITTLE_ENDIAN));
      }
    }

    /** The {@code n}-th such call from now on, on a file whose path has {@code match}, fails. */
    public void fail(Call call, String match, long n) {
      none();
      shared.put(MATCH_AT, new byte[MATCH_BYTES]);
      shared.put(MATCH_AT, match.getBytes(US_ASCII));
      shared.put(NAME_AT, new byte[NAME_BYTES]);
      shared.putLong(Long.BYTES, n);
      shared.putLong(0, call.bit);
    }

    public void none() {
      shared.putLong(0, 0);
    }

    public void delaySyncs(long millis) {
      shared.putLong(2 * Long.BYTES, millis * 1_000);
    }

    /** Calls that have failed so far. */
    public long failed() {
      return shared.getLong(3 * Long.BYTES);
    }

    /** Of which file the last of them was, below the directory: begins with a slash. */
    public String failedName() {
      var name = new byte[NAME_BYTES];
      shared.get(NAME_AT, name);
      return new String(name, US_ASCII).replace("\0", "");
    }

    /** Syncs so far. */
    public long syncs() {
      return shared.getLong(4 * Long.BYTES);
    }
  }
}
