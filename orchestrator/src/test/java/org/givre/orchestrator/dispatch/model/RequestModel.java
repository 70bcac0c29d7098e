package org.givre.orchestrator.dispatch.model;

import java.util.Optional;
import java.util.Set;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.plans.store.TubeId;

/** How a request must stand after the events of its job. */
final class RequestModel {
  private static final Set<RequestPhase> UNTOUCHED =
      Set.of(RequestPhase.PENDING, RequestPhase.RESERVED);

  private static final Set<RequestPhase> REPEATABLE =
      Set.of(
          RequestPhase.NOT_FOUND,
          RequestPhase.MISMATCH,
          RequestPhase.SKIPPED,
          RequestPhase.RETURNED);

  private static final Set<RequestPhase> OVER =
      Set.of(
          RequestPhase.DELIVERED,
          RequestPhase.NOT_FOUND,
          RequestPhase.MISMATCH,
          RequestPhase.RETURNED,
          RequestPhase.SKIPPED,
          RequestPhase.CANCELLED);

  RequestPhase phase = RequestPhase.PENDING;
  Optional<TubeId> tube = Optional.empty();
  String lift = "";
  boolean unwanted;

  boolean untouched() {
    return UNTOUCHED.contains(phase);
  }

  boolean over() {
    return OVER.contains(phase);
  }

  boolean skipped() {
    return phase == RequestPhase.SKIPPED || phase == RequestPhase.RETURNED;
  }

  boolean skippable() {
    return !over() && !unwanted;
  }

  boolean repeatable() {
    return REPEATABLE.contains(phase) || unwanted;
  }

  boolean carries(TubeId which) {
    return phase == RequestPhase.IN_TRANSIT && tube.filter(which::equals).isPresent();
  }

  /** Goes on; what is over is not unwanted any more. */
  void become(RequestPhase next, Optional<TubeId> with) {
    phase = next;
    tube = with;
    unwanted = unwanted && !over();
  }

  void plan(Optional<TubeId> chosen) {
    if (untouched()) {
      become(chosen.isPresent() ? RequestPhase.RESERVED : RequestPhase.PENDING, chosen);
    }
  }

  /** What can be compared with what the engine answers. */
  @Override
  public String toString() {
    return phase + (unwanted ? "!" : "");
  }
}
