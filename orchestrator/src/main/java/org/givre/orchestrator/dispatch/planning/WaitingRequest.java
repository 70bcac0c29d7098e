package org.givre.orchestrator.dispatch.planning;

import java.util.List;
import org.givre.orchestrator.dispatch.planning.Whereabouts.Standing;

/** A request that can be planned: what it may take, best first. */
record WaitingRequest(RequestKey key, List<Standing> candidates) {
  WaitingRequest {
    candidates = List.copyOf(candidates);
  }
}
