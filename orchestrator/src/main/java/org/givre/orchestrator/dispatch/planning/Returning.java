package org.givre.orchestrator.dispatch.planning;

import org.givre.plans.store.Position;
import org.givre.plans.store.Tube;

/**
 * A tube in a carrier that must go back.
 *
 * @param origin the well that it came from
 * @param request that it was picked for
 */
public record Returning(Tube tube, Position origin, RequestKey request) {}
