package org.givre.orchestrator.api;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.job.JobCommand;
import org.givre.orchestrator.job.JobCommand.Answer;
import org.givre.orchestrator.job.JobDirectory;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.view.JobView;
import org.givre.plans.store.JobId;

/**
 * Asks jobs. A job is only woken when it is known to exist: asking for made-up ids must cost
 * nothing.
 */
final class JobDesk {
  private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  /** Jobs submitted since the start that the view may not have seen yet; far more than it lags. */
  private static final int MOST_RECENT = 10_000;

  private final ActorSystem<?> system;
  private final JobDirectory jobs;
  private final JobView view;
  private final Duration answerWithin;
  private final SortedSet<JobId> recent = new TreeSet<>();

  JobDesk(ApiParts parts) {
    this.system = parts.system();
    this.jobs = parts.jobs();
    this.view = parts.view().jobs();
    this.answerWithin = parts.limits().answerWithin();
  }

  /** The id, if it can be one and there is such a job. */
  private Optional<JobId> known(String id) {
    return Optional.of(id)
        .filter(text -> ULID.matcher(text).matches())
        .map(JobId::new)
        .filter(job -> view.job(job).isPresent() || isRecent(job));
  }

  private synchronized boolean isRecent(JobId job) {
    return recent.contains(job);
  }

  private synchronized void remember(JobId job) {
    recent.add(job);
    if (recent.size() > MOST_RECENT) {
      recent.remove(recent.first());
    }
  }

  /** How the job stands now. */
  CompletionStage<JobState> describe(JobId id) {
    return ask(id, JobCommand.Describe::new);
  }

  /** How the job stands, if there is one. */
  CompletionStage<Optional<JobState>> find(JobId id) {
    return answer(id, JobCommand.Describe::new).thenApply(Answer::state);
  }

  /** Whether there is such a job. */
  boolean exists(JobId id) {
    return known(id.value()).isPresent();
  }

  /** The id of a job that exists. */
  JobId found(String id) {
    return known(id).orElseThrow(() -> notFound(id));
  }

  private static ProblemException notFound(String id) {
    return Problem.of(
            ProblemCode.JOB_NOT_FOUND,
            "There is no job \"%s\".".formatted(id.length() > 64 ? id.substring(0, 64) : id))
        .thrown();
  }

  /** Makes {@code id} the job of {@code spec}; durable when answered. */
  CompletionStage<JobState> submit(JobId id, JobSpec spec, Cause cause) {
    remember(id);
    return ask(id, replyTo -> new JobCommand.Submit(spec, cause, replyTo));
  }

  /** Has the job decide; answered once it is durable. */
  CompletionStage<ActionAnswer> act(JobId id, AskedAction asked) {
    return AskPattern.<JobCommand, ActionAnswer>ask(
        jobs.job(id),
        replyTo -> new JobCommand.Act(asked.action(), asked.cause(id.value()), replyTo),
        answerWithin,
        system.scheduler());
  }

  private CompletionStage<JobState> ask(JobId id, Function<ActorRef<Answer>, JobCommand> command) {
    return answer(id, command)
        .thenCompose(
            answer ->
                answer
                    .state()
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> CompletableFuture.failedFuture(notFound(id.value()))));
  }

  private CompletionStage<Answer> answer(JobId id, Function<ActorRef<Answer>, JobCommand> command) {
    return AskPattern.ask(jobs.job(id), command::apply, answerWithin, system.scheduler());
  }
}
