package org.givre.bench.scale;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The packaged engine as a process of its own, with a heap of a given size. */
final class EngineProcess implements AutoCloseable {
  /** A start that takes longer is not waited for. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(15);

  private static final Duration STOPPED_WITHIN = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 20;

  private final Process process;
  private final Path log;
  private final int port;
  private final double secondsToReady;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private EngineProcess(Setup setup) throws IOException, InterruptedException {
    log = setup.work().resolve("engine.log");
    port = setup.port();
    var start = System.nanoTime();
    process =
        new ProcessBuilder(command(setup))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    secondsToReady = untilReady(start);
  }

  /** What to start, and where; {@code options} go to the JVM. */
  record Setup(Path jar, Path work, List<String> options, int port) {
    Path store() {
      return work.resolve("store.json");
    }
  }

  /** Starts an engine on the directory of {@code setup}; returns when it says that it is ready. */
  static EngineProcess start(Setup setup) throws IOException, InterruptedException {
    return new EngineProcess(setup);
  }

  private static List<String> command(Setup setup) {
    var command = new ArrayList<String>();
    command.add(java());
    command.addAll(setup.options());
    command.addAll(List.of("-jar", setup.jar().toString(), "serve", "--simulate"));
    command.addAll(List.of("--data-dir", setup.work().resolve("data").toString()));
    command.addAll(List.of("--store", setup.store().toString()));
    command.addAll(List.of("--port", Integer.toString(setup.port())));
    return command;
  }

  private static String java() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  private double untilReady(long start) throws InterruptedException {
    while (!ready()) {
      var hasEnded = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (hasEnded || System.nanoTime() - start > READY_WITHIN.toNanos()) {
        process.destroy();
        throw new IllegalStateException("The engine did not become ready; see " + log);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private boolean ready() throws InterruptedException {
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** From the start of the process to the first answer that it is ready. */
  double secondsToReady() {
    return secondsToReady;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(url().resolve(path)).GET().build(), BodyHandlers.ofString());
  }

  /** Posts an inventory and checks that it was taken. */
  void post(Path inventory) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url().resolve("/v1/inventory:import"))
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofFile(inventory))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("%s: %s".formatted(inventory, answer.body()));
    }
  }

  /** Has {@code givre import} send an inventory; answers what it said on standard error. */
  String importByCommandLine(Path jar, Path inventory) throws IOException, InterruptedException {
    var said = log.resolveSibling("import.log");
    var command =
        List.of(
            java(),
            "-jar",
            jar.toString(),
            "import",
            "--url",
            url().toString(),
            inventory.toString());
    var exit =
        new ProcessBuilder(command)
            .redirectError(said.toFile())
            .redirectOutput(log.resolveSibling("import.out").toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException("givre import: " + Files.readString(said));
    }
    return Files.readString(said);
  }

  /** What the process has used of the processors since its start, seconds. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  /** Heap in use after a full collection, MiB. */
  long liveHeapMiB() throws IOException, InterruptedException {
    jcmd("GC.run");
    return jcmd("GC.heap_info")
        .lines()
        .filter(line -> line.contains(" used "))
        .findFirst()
        .map(line -> Long.parseLong(line.replaceAll(".* used (\\d+)K.*", "$1")) >> 10)
        .orElse(-1L);
  }

  /** Most memory that the process ever had, MiB; -1 where the system does not say. */
  long peakResidentMiB() throws IOException {
    var status = Path.of("/proc/%d/status".formatted(process.pid()));
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("vmhwm"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(-1L);
  }

  private String jcmd(String what) throws IOException, InterruptedException {
    var jcmd = Path.of(java()).resolveSibling("jcmd").toString();
    var asked =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), what)
            .redirectErrorStream(true)
            .start();
    var answer = new String(asked.getInputStream().readAllBytes());
    asked.waitFor();
    return answer;
  }

  /** Stops it in good order. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
