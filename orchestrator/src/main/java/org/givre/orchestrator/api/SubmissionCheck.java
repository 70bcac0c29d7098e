package org.givre.orchestrator.api;

import org.givre.devices.time.EngineTime;
import org.givre.plans.store.StoreDefinition;

/** Refuses what can be seen to fail without a look at the tubes. */
record SubmissionCheck(StoreDefinition store, EngineTime time) {

  /** Throws a problem unless the job names a port of the store, and a deadline that can be kept. */
  void check(JobRequest request) {
    request
        .port()
        .flatMap(port -> RouteCheck.unknown(port, store))
        .ifPresent(
            problem -> {
              throw problem.thrown();
            });
    var earliest = time.now();
    var start = request.notBefore().filter(at -> at.isAfter(earliest)).orElse(earliest);
    if (request.deadlineAt().stream().anyMatch(deadline -> !deadline.isAfter(start))) {
      throw Problem.of(
              ProblemCode.DEADLINE_PASSED,
              "The deadline %s is not after %s, when the job may start. Engine time is %s."
                  .formatted(request.deadlineAt().orElseThrow(), start, earliest))
          .thrown();
    }
  }
}
