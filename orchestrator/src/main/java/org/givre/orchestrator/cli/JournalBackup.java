package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.givre.journal.store.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code givre journal backup DIR}. */
@Command(
    name = "backup",
    description = {
      "Copy the journal, and what belongs to it, into an empty or new directory.",
      "An engine that holds the data directory is asked to do it, and goes on working. Every block is verified on its way."
    })
final class JournalBackup extends JournalTask {
  /** Often enough to watch, seldom enough not to disturb. */
  private static final long LOOK_MILLIS = 250;

  /** The engine's answer was no problem; what it tells of is. */
  private static final int NO_STATUS = 0;

  @Parameters(paramLabel = "DIR", description = "Where to; empty or new.")
  private Path directory;

  @Option(
      names = "--with-signing-key",
      description =
          "Copy the signing key too: a restore then goes on with it. Only while no engine runs; keep such a backup as safe as the key.")
  private boolean withSigningKey;

  JournalBackup(Workplace workplace) {
    super(workplace);
  }

  @Override
  String doing() {
    return "backing up";
  }

  @Override
  int run(TaskProgress progress) throws IOException {
    var engine = workplace().journals().engine(dataDirectory());
    if (engine.isPresent() && withSigningKey) {
      throw new CommandFailure(
          ExitCode.CONFLICT,
          "An engine does not give its signing key away. Stop it, or leave out --with-signing-key.");
    }
    return engine.isPresent() ? asked(engine.get(), progress.work()) : done(progress);
  }

  private int done(TaskProgress progress) throws IOException {
    try (var held = workplace().journals().hold(dataDirectory())) {
      var report = held.backUp(directory, withSigningKey, progress);
      return printed(report.lastOffset());
    }
  }

  private int asked(URI engine, Progress progress) {
    var api = new EngineApi(engine);
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("directory", absolute(directory))
            .put("dataDirectory", absolute(dataDirectory()));
    var headers = List.of("Content-Type", "application/json");
    var begun =
        api.post("/v1/journal/backups", BodyPublishers.ofString(body.toString()), headers).json();
    var path = "/v1/journal/backups/" + EngineApi.encoded(begun.path("id").asText());
    var backup = begun;
    while (backup.path("state").asText().equals("RUNNING")) {
      pause();
      backup = api.get(path).json();
      progress.at(backup.path("doneEvents").asLong(), backup.path("totalEvents").asLong());
    }
    return ended(backup);
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private int ended(JsonNode backup) {
    if (!backup.path("state").asText().equals("DONE")) {
      throw new CommandFailure(
          ExitCode.ofProblem(NO_STATUS, backup.path("failureCode").asText()),
          "The backup failed: " + backup.path("failure").asText());
    }
    return printed(backup.path("doneEvents").asLong());
  }

  private int printed(long lastOffset) {
    print("%,d events are backed up in %s".formatted(lastOffset, directory));
    return ExitCode.OK;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "Interrupted; the engine goes on with it", stopped);
    }
  }
}
