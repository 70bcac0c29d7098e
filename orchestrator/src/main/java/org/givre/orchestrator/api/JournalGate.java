package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Turns away at the door what the journal could not take. */
final class JournalGate {
  /** What brings new work, and many events. */
  private static final SortedSet<String> INTAKE =
      new TreeSet<>(List.of("/v1/jobs", "/v1/inventory:import"));

  private final JournalCare journal;

  JournalGate(JournalCare journal) {
    this.journal = journal;
  }

  /** Throws a problem when the request writes what cannot be written. */
  void check(HttpRequest request) {
    if (!request.method().equals(HttpMethods.POST)) {
      return;
    }
    journal
        .stopped()
        .ifPresent(
            why -> {
              throw Problem.of(ProblemCode.JOURNAL_STOPPED, why).with(Bodies.CLOSE).thrown();
            });
    if (INTAKE.contains(request.getUri().path())) {
      journal
          .full()
          .ifPresent(
              why -> {
                throw Problem.of(ProblemCode.JOURNAL_DISK_FULL, why).with(Bodies.CLOSE).thrown();
              });
    }
  }
}
