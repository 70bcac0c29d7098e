package org.givre.orchestrator.job;

/** What dispatch reports to a job: facts, never refused, harmless when repeated. */
public sealed interface JobReport extends JobCommand permits JobReport.Placeholder {
  /** Replaced by the reports. */
  record Placeholder() implements JobReport {}
}
