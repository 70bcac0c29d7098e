package org.givre.orchestrator.view;

/** What a tube is about. */
public enum TubeState {
  /** Stands in a rack. */
  STORED,
  /** Rides in a carrier. */
  IN_TRANSIT,
  /** Was unloaded at a port: it is gone from the store. */
  DELIVERED,
  /** Was not where it was believed to be. */
  UNVERIFIED
}
