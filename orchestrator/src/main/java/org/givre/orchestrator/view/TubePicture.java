package org.givre.orchestrator.view;

import org.givre.plans.store.Tube;

/** A tube, where it is and how sure that is. */
public record TubePicture(Tube tube, TubeState state, Place place, Confidence confidence) {
  /** Whether a job can ask for it. */
  public boolean stands() {
    return state == TubeState.STORED;
  }
}
