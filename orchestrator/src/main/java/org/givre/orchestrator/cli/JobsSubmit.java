package org.givre.orchestrator.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code givre jobs submit FILE}. */
@Command(
    name = "submit",
    description = {
      "Submit a pick list (CSV) or a job (JSON).",
      "A pick list has the header tube_barcode or specimen_id and, where needed, material and priority. With --wait returns when the job is over: 0 when it completed, 1 when it ended in any other way."
    })
final class JobsSubmit implements Callable<Integer> {
  @Mixin private ApiOptions options;

  @Parameters(paramLabel = "FILE", description = "A pick list FILE.csv or a job FILE.json.")
  private Path file;

  @Option(names = "--wait", description = "Wait until the job is over, and show how it goes.")
  private boolean wait;

  @Option(
      names = "--dry-run",
      description = "Check a pick list and say what is wrong with it; submit nothing.")
  private boolean dryRun;

  @Option(
      names = "--valid-rows",
      description = "Submit the rows of a pick list that are right; leave out the others.")
  private boolean validRows;

  @Option(
      names = {"--idempotency-key", "--key"},
      paramLabel = "KEY",
      description =
          "The same key and file again are the same job, for 7 days. Made up if absent, so that an answer that is lost is asked for again.")
  private Optional<String> key = Optional.empty();

  private final Workplace workplace;

  JobsSubmit(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    var api = options.api(workplace);
    var submission = Submission.of(file, dryRun, validRows);
    var reply = submission.submit(api, key.orElseGet(workplace.keys()));
    boolean known = reply.headers().firstValue("Idempotent-Replayed").isPresent();
    if (known) {
      workplace.terminal().err().println("This job was submitted with that key before.");
    }
    if (dryRun || !wait) {
      workplace.terminal().out().println(shown(known ? asItStands(api, reply) : reply));
      return dryRun ? DryRunText.exitCode(reply.json()) : ExitCode.OK;
    }
    var id = reply.json().path("id").asText();
    var job = new JobWatch(api, workplace).watch(id, options.json()).json();
    if (!options.json()) {
      workplace.terminal().out().println(JobText.of(job));
    }
    return JobText.exitCode(job);
  }

  /** The answer to a key is always the first one, however far the job has come. */
  private Reply asItStands(EngineApi api, Reply first) {
    return options.json() ? first : api.get("/v1/jobs/" + first.json().path("id").asText());
  }

  private String shown(Reply reply) {
    if (options.json()) {
      return reply.body();
    }
    return dryRun ? DryRunText.of(reply.json()) : JobText.of(reply.json());
  }
}
