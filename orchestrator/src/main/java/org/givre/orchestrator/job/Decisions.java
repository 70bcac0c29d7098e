package org.givre.orchestrator.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.Recorded;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.job.JobCommand.Act;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.plans.store.JobId;
import org.slf4j.Logger;

/**
 * What is to be journalled in one write, and to be answered after it: news of dispatch, and actions
 * that are decided one after the other. Every action leaves one {@link JobEvent.JobActed}, whatever
 * comes of it.
 */
final class Decisions {
  private final EngineTime time;
  private final List<Recorded<JobEvent>> events = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private final JobState before;
  private JobState job;
  private Optional<Why> why = Optional.empty();

  /** Nothing yet, for {@code job} as it is. */
  Decisions(JobState job, EngineTime time) {
    this.before = job;
    this.job = job;
    this.time = time;
  }

  List<Recorded<JobEvent>> events() {
    return List.copyOf(events);
  }

  /** Why the job must be offered to dispatch; empty where it need not hear of anything. */
  Optional<Why> why() {
    return why;
  }

  /** Whether the job is over now. */
  boolean hasEnded() {
    return job.phase().terminal() && !before.phase().terminal();
  }

  /** Facts that come first. Dispatch must hear of it where they change what is open. */
  void note(JobReport report) {
    add(report.news(job), report.cause());
    if (!job.open().equals(before.open())) {
      why = Optional.of(Why.PROGRESSED);
    }
  }

  boolean needsStanding(Act act) {
    return JobVerbs.needsStanding(job, act.action());
  }

  /** Decides {@code act}; {@code standing} as {@link JobVerbs} needs it. */
  void decide(Act act, Standing standing) {
    var action = act.action();
    var cause = act.cause().because("action " + action.id());
    var ruling = new JobVerbs(job, standing).rule(action, cause.reason());
    var acted = new JobEvent.JobActed(action.decided(ruling.refusal()));
    events.add(Recorded.of(acted, cause, time));
    if (add(ruling.effects(), cause)) {
      why = Optional.of(whyOffer(action.type()));
    }
    var answer = answer(action, ruling);
    answers.add(() -> act.replyTo().tell(answer));
  }

  private boolean add(List<JobEvent> effects, Cause cause) {
    var news = job.news(effects, time.now());
    news.forEach(event -> events.add(Recorded.of(event, cause, time)));
    job = job.after(news, time.now());
    return !news.isEmpty();
  }

  private static Why whyOffer(String type) {
    return switch (type) {
      case "release" -> Why.RELEASED;
      case "pause" -> Why.PAUSED;
      case "resume" -> Why.RESUMED;
      case "cancel" -> Why.CANCELLED;
      case "reprioritize" -> Why.REPRIORITIZED;
      case "reroute" -> Why.REROUTED;
      case "skipItem" -> Why.SKIPPED;
      default -> Why.RETRIED;
    };
  }

  private ActionAnswer answer(Action action, Ruling ruling) {
    return new ActionAnswer(
        action.id(),
        ruling.refusal(),
        ruling.detail(),
        job.revision(),
        ruling.done(),
        ruling.promisedAt(),
        job.allowed());
  }

  /** Answers everybody; to be called once it is durable. */
  void tellAnswers() {
    answers.forEach(Runnable::run);
  }

  void log(Logger log, JobId id) {
    for (var recorded : events) {
      if (recorded.event() instanceof JobEvent.JobActed acted) {
        var outcome = acted.action().refusal().orElse("accepted");
        log.info(
            "job={} action={} by={} {}", id, acted.action().type(), recorded.cause().id(), outcome);
      }
    }
  }
}
