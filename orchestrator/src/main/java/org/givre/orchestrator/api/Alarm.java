package org.givre.orchestrator.api;

import java.time.Instant;

/**
 * Something that a person must see to, for as long as it lasts.
 *
 * @param code stable, such as {@code journal-disk-low}
 * @param since wall time
 * @param message what is wrong and what to do
 */
public record Alarm(String code, Severity severity, Instant since, String message) {
  /** How bad it is. */
  public enum Severity {
    /** Work goes on; see to it soon. */
    WARNING,
    /** Work has stopped, or is about to. */
    CRITICAL
  }
}
