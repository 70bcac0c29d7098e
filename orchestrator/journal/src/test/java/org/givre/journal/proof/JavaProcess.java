package org.givre.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of a test: what it says is read line by line. */
final class JavaProcess implements AutoCloseable {
  private static final long PATIENCE_MINUTES = 10;

  private final Process process;
  private final BufferedReader lines;
  private final List<String> said = new ArrayList<>();

  private JavaProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(UTF_8);
  }

  static JavaProcess start(Class<?> main, Map<String, String> environment, String... arguments)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new JavaProcess(builder.start());
  }

  /** Waits for a line with that beginning; false when the process has ended without one. */
  boolean awaitLine(String beginning) throws IOException {
    var line = lines.readLine();
    while (line != null) {
      said.add(line);
      if (line.startsWith(beginning)) {
        return true;
      }
      line = lines.readLine();
    }
    return false;
  }

  /** Waits until {@code count} lines with that beginning were said, or the process has ended. */
  void awaitLines(String beginning, int count) throws IOException {
    var left = count;
    while (left > 0 && awaitLine(beginning)) {
      left--;
    }
  }

  /** Ends it at once: SIGKILL. What it said before can still be read. */
  void kill() throws IOException {
    process.toHandle().destroyForcibly();
    exit();
  }

  /** Waits for its end; returns its exit code: above 128 when a signal ended it. */
  int exit() throws IOException {
    lines.lines().forEach(said::add);
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("A process does not end; it said: " + text());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
    return process.exitValue();
  }

  /** All that was read of what it said. */
  String text() {
    return String.join("\n", said);
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      kill();
    }
  }
}
