package org.givre.orchestrator.api;

import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CompletionStage;
import org.givre.orchestrator.dispatch.Preview;
import org.givre.orchestrator.job.JobSpec;

/** Plans what is only looked at; {@link org.givre.orchestrator.dispatch.PreviewDesk} does. */
@FunctionalInterface
public interface Previews {
  /** Fails with a {@link java.util.concurrent.RejectedExecutionException} when it is busy. */
  CompletionStage<Preview> preview(List<JobSpec> jobs, SortedSet<String> without);
}
