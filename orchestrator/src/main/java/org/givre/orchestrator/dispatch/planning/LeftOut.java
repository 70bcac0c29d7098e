package org.givre.orchestrator.dispatch.planning;

/**
 * A request that a round of planning has found no place for, and why, as its job is told.
 *
 * @param code of the blocker
 */
public record LeftOut(RequestKey request, String code, String detail) {
  /** Says so among what is in the way. */
  public void block(Obstacles obstacles) {
    obstacles.block(request.job(), code, "", detail);
  }
}
