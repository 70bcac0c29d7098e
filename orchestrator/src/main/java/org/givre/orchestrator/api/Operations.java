package org.givre.orchestrator.api;

import java.util.List;
import java.util.function.Supplier;

/**
 * What those who run the engine look at.
 *
 * @param readyChecks that must be in order before the engine serves
 * @param metrics in Prometheus' text format
 */
public record Operations(
    List<ReadyCheck> readyChecks, JournalCare journal, Supplier<String> metrics, Backups backups) {
  public Operations {
    readyChecks = List.copyOf(readyChecks);
  }
}
