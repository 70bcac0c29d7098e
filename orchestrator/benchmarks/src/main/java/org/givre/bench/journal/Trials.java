package org.givre.bench.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.bench.Arguments;

/** Runs trials, each in its own process, and keeps what they found. */
final class Trials {
  private static final String LOGGING =
      "-Dlogback.configurationFile=org/givre/bench/journal/logback.xml";

  private final Arguments settings;
  private final Path directory;
  private final SortedMap<String, List<Measured>> results = new TreeMap<>();

  Trials(Arguments settings) {
    this.settings = settings;
    this.directory = settings.path("dir").toAbsolutePath();
  }

  /** By name, in the order of the rounds. */
  SortedMap<String, List<Measured>> results() {
    return results;
  }

  /** A trial in an empty directory, which is deleted afterwards. */
  Measured fresh(String name, String... more) throws IOException, InterruptedException {
    forget("fresh");
    var measured = in("fresh", name, more);
    forget("fresh");
    return measured;
  }

  /** A trial in a directory that stays. */
  Measured in(String place, String name, String... more) throws IOException, InterruptedException {
    var store = directory.resolve(place);
    Files.createDirectories(store);
    var arguments = Arguments.parse(List.of(more)).with("dir", store);
    var measured = run(name, settings.under(arguments));
    results.computeIfAbsent(name, n -> new ArrayList<>()).add(measured);
    System.out.printf("  %-18s %s%n", name, measured);
    return measured;
  }

  private Measured run(String name, Arguments arguments) throws IOException, InterruptedException {
    var log = directory.resolve("log.txt");
    var process =
        new ProcessBuilder(command(arguments))
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    var measured = Measured.none();
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        measured = measured.read(line);
      }
    }
    var code = process.waitFor();
    if (code != 0) {
      throw new IOException("Trial %s ended with code %d; see %s".formatted(name, code, log));
    }
    return measured;
  }

  private List<String> command(Arguments arguments) {
    var heap = settings.text("heap");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms" + heap, "-Xmx" + heap, LOGGING));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TrialProcess.class.getName());
    arguments.values().forEach((name, value) -> command.add(name + "=" + value));
    return command;
  }

  /** Whether there is a directory that an earlier trial left. */
  boolean has(String place) {
    return Files.exists(directory.resolve(place));
  }

  /** Deletes a directory of trials. */
  void forget(String place) throws IOException {
    var tree = directory.resolve(place);
    if (Files.exists(tree)) {
      try (var files = Files.walk(tree)) {
        files.sorted(Comparator.reverseOrder()).forEach(Trials::delete);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }
}
