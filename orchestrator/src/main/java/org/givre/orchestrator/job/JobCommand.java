package org.givre.orchestrator.job;

import akka.actor.typed.ActorRef;
import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.journal.Cause;
import org.givre.plans.store.JobId;

/** What a job can be asked from outside; what it hears from dispatch is {@link JobReport}. */
public sealed interface JobCommand permits JobCommand.Asked, JobCommand.Reminder, JobReport {

  /** Requests, which may be refused. */
  sealed interface Asked extends JobCommand {}

  /** Makes this the job of {@code spec}. Harmless when repeated with the same spec. */
  record Submit(JobSpec spec, Cause cause, ActorRef<Answer> replyTo) implements Asked {}

  /**
   * Does what an operator or a client wants done: {@code release, pause, resume, cancel}, {@code
   * reprioritize {priority}}, {@code reroute {picker?, port?, avoid?}} with a list by commas,
   * {@code skipItem {item}} and {@code retryItem {item}}. Answered once it is decided and durable.
   * What holds already is accepted and changes nothing.
   */
  record Act(Action action, Cause cause, ActorRef<ActionAnswer> replyTo) implements Asked {}

  /** Asks how it stands. */
  record Describe(ActorRef<Answer> replyTo) implements Asked {}

  /** Timers of its own. */
  enum Reminder implements JobCommand {
    OFFER_AGAIN,
    DEADLINE,
    /** Dispatch has not said yet what is under way, or need not any more. */
    ASK_AGAIN
  }

  /** How the job stands after the command; empty where there is no such job. */
  record Answer(JobId job, Optional<JobState> state) {}
}
