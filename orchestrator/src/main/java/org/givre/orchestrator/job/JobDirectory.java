package org.givre.orchestrator.job;

import akka.actor.typed.RecipientRef;
import org.givre.plans.store.JobId;

/** Finds the actor of a job by its id, whatever node it lives on; starts it where it sleeps. */
@FunctionalInterface
public interface JobDirectory {
  RecipientRef<JobCommand> job(JobId id);
}
