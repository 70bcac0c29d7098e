package org.givre.orchestrator.dispatch.model;

import java.time.Instant;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;

/** A tube in a carrier, for whom, and where it came from. */
record Carriage(String picker, JobId job, int request, DewarId origin, Instant pickedAt) {}
