package org.givre.orchestrator.campaign;

import java.util.random.RandomGenerator;

/**
 * Chooses how fast an engine runs in a round: so slowly that there is work until the last kill, and
 * that kills hit motions of a few seconds.
 */
final class Pace {
  /** Engine time that two robots together need for a tube, about. */
  private static final double SECONDS_PER_TUBE = 8;

  private static final double SLOWEST = 3;
  private static final double FASTEST = 40;

  /** Tubes go back some 40 s after a word; fast enough to wait for that, slow enough to hit it. */
  private static final double FOR_PUT_BACK = 12;

  private final RandomGenerator chance;
  private double wallSeconds = 7;
  private double speed = FASTEST;

  Pace(RandomGenerator chance) {
    this.chance = chance;
  }

  /** So many tubes are to be spread over so many rounds. */
  void set(int tubes, int rounds) {
    speed = tubes * SECONDS_PER_TUBE / rounds / wallSeconds;
  }

  double speed(Kind kind) {
    return kind == Kind.PUT_BACK
        ? FOR_PUT_BACK
        : Math.rint(Math.max(SLOWEST, Math.min(FASTEST, speed * chance.nextDouble(0.5, 1.5))));
  }

  /** A round took so long on the wall. */
  void lived(double seconds) {
    wallSeconds = 0.8 * wallSeconds + 0.2 * seconds;
  }
}
