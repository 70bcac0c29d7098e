package org.givre.bench.planner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A fresh process of the same Java and classes as this one.
 *
 * @param exitCode as the process ended
 * @param out what it printed
 * @param seconds from its start to its end
 */
record GivreProcess(int exitCode, String out, double seconds) {
  /** Above any search that is asked for here, reading and writing included. */
  private static final long MOST_SECONDS = 300;

  static GivreProcess run(String jvmOption, String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Collections.addAll(command, java, jvmOption, "-cp", System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(arguments);
    var start = System.nanoTime();
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process
        .onExit()
        .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
        .whenComplete((ended, late) -> process.destroyForcibly());
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new GivreProcess(process.waitFor(), out, (System.nanoTime() - start) / 1e9);
  }
}
