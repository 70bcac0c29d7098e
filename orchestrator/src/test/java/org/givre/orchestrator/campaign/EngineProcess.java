package org.givre.orchestrator.campaign;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** The packaged engine in a process of its own, killed as a power cut would. */
final class EngineProcess implements AutoCloseable {
  private static final Pattern UP = Pattern.compile("is up at (http://[0-9.]+:[0-9]+)");

  /** On the wall, on a machine with much else to do; it takes about 3 s alone. */
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final Process process;
  private final long startedNanos;
  private final Path output;
  private final CompletableFuture<URI> up = new CompletableFuture<>();
  private final Thread reader = new Thread(this::read, "engine-output");

  private EngineProcess(Process process, long startedNanos, Path output) {
    this.process = process;
    this.startedNanos = startedNanos;
    this.output = output;
  }

  /** Starts {@code givre serve} on {@code data}; what it prints is added to {@code output}. */
  static EngineProcess start(Path data, EngineSetup setup, Path output) throws IOException {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(setup.properties());
    command.addAll(
        List.of(
            "-jar",
            jar().toString(),
            "serve",
            "--simulate",
            "--data-dir",
            data.toString(),
            "--port",
            "0",
            "--speed",
            Double.toString(setup.speed())));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(setup.environment());
    var started = System.nanoTime();
    var engine = new EngineProcess(builder.start(), started, output);
    engine.reader.setDaemon(true);
    engine.reader.start();
    return engine;
  }

  private static Path jar() {
    var jar = new File(System.getProperty("givre.jar", "target/givre.jar"));
    if (!jar.isFile()) {
      throw new IllegalStateException(
          "There is no %s; these tests run after the phase package".formatted(jar));
    }
    return jar.toPath();
  }

  private void read() {
    try (var lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var copy = copy()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.write(line);
        copy.newLine();
        copy.flush();
        var found = UP.matcher(line);
        if (found.find()) {
          up.complete(URI.create(found.group(1)));
        }
      }
      up.completeExceptionally(new IllegalStateException("The engine ended before it was up"));
    } catch (IOException ended) {
      up.completeExceptionally(ended);
    }
  }

  private BufferedWriter copy() throws IOException {
    return Files.newBufferedWriter(output, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Waits until it serves; answers where. */
  URI awaitUp() throws InterruptedException {
    try {
      return up.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException("The engine did not start; see " + output, failed);
    }
  }

  /** Waits until it serves or has ended by itself, or the time is over. */
  void awaitUp(Duration atMost) throws InterruptedException {
    try {
      up.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notUp) {
      // Who waits so will kill it anyway; kill() says if it had ended.
    }
  }

  /** Lets it run for so long; returns before only if it ends by itself. */
  void letRun(Duration time) throws InterruptedException {
    process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  double secondsSinceStart() {
    return secondsUntil(System.nanoTime());
  }

  double secondsUntil(long nanos) {
    return (nanos - startedNanos) / 1e9;
  }

  /** SIGKILL. Answers the wall's time just before it. */
  Instant kill() throws InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("The engine ended by itself; see " + output);
    }
    var at = Instant.now();
    process.destroyForcibly().waitFor();
    return at;
  }

  /** SIGTERM, and waits for the end. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The engine does not end after SIGTERM; see " + output);
    }
  }

  /** Waits until it has ended by itself and all it said is read; answers its exit code. */
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The engine does not end by itself; see " + output);
    }
    reader.join();
    return process.exitValue();
  }

  /** Leaves no process behind, whatever went wrong. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
