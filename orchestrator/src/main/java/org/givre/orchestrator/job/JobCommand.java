package org.givre.orchestrator.job;

import akka.actor.typed.ActorRef;
import java.util.Optional;
import org.givre.devices.journal.Cause;
import org.givre.plans.store.JobId;

/** What a job can be asked from outside; what it hears from dispatch is {@link JobReport}. */
public sealed interface JobCommand permits JobCommand.Asked, JobCommand.Reminder, JobReport {

  /** Requests, which may be refused. */
  sealed interface Asked extends JobCommand {}

  /** Makes this the job of {@code spec}. Harmless when repeated with the same spec. */
  record Submit(JobSpec spec, Cause cause, ActorRef<Answer> replyTo) implements Asked {}

  /** Lets a held job go. Harmless when it is not held any more. */
  record Release(Cause cause, ActorRef<Answer> replyTo) implements Asked {}

  /** Asks how it stands. */
  record Describe(ActorRef<Answer> replyTo) implements Asked {}

  /** Timers of its own: time to offer itself again, or to look at its deadline. */
  enum Reminder implements JobCommand {
    OFFER_AGAIN,
    DEADLINE
  }

  /** How the job stands after the command; empty where there is no such job. */
  record Answer(JobId job, Optional<JobState> state) {}
}
