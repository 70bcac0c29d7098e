package org.givre.plans.instance;

/** What happens to the rest of the rack while tubes are picked. */
public enum LiftMode {
  /** The rack stays up. */
  HOLD,
  /** One box is taken out into a cold chamber and the rack goes back down. */
  PARK
}
