package org.givre.orchestrator.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A file on its way to become a job. */
record Submission(Path file, String type, String query) {
  /** A connection may break; one that breaks so often is a matter for people. */
  private static final int MOST_ATTEMPTS = 3;

  /** By the file's ending: {@code .json} is a job, {@code .csv} a pick list. */
  static Submission of(Path file, boolean dryRun, boolean validRows) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return new Submission(file, "text/csv", query(dryRun, validRows));
    }
    if (!name.endsWith(".json")) {
      throw new CommandFailure(
          ExitCode.MALFORMED,
          "Expected a pick list FILE.csv or a job FILE.json, found %s. Name it after what it is."
              .formatted(file));
    }
    if (dryRun || validRows) {
      throw new CommandFailure(
          ExitCode.MALFORMED, "--dry-run and --valid-rows are for pick lists (CSV), found " + file);
    }
    return new Submission(file, "application/json", "");
  }

  private static String query(boolean dryRun, boolean validRows) {
    return "?dryRun=" + dryRun + "&mode=" + (validRows ? "valid-rows" : "all-or-nothing");
  }

  /**
   * Submits it. An answer that is lost is asked for again with the same key: the job is made only
   * once, whatever has happened in between.
   */
  Reply submit(EngineApi api, String key) {
    for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        return posted(api, key);
      } catch (LostAnswer lost) {
        // whether there is a job now is what the next attempt asks
      }
    }
    try {
      return posted(api, key);
    } catch (LostAnswer lost) {
      throw new CommandFailure(
          lost.exitCode(),
          "%s%nThe job may be there. To be sure, repeat the command with --idempotency-key %s"
              .formatted(lost.getMessage(), key),
          lost);
    }
  }

  private Reply posted(EngineApi api, String key) {
    try {
      return api.post(
          "/v1/jobs" + query,
          BodyPublishers.ofFile(file),
          List.of("Content-Type", type, "Idempotency-Key", key));
    } catch (FileNotFoundException missing) {
      throw InputFile.notReadable(file, missing);
    }
  }
}
