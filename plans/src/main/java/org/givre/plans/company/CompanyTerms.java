package org.givre.plans.company;

/**
 * When work that may wait has company enough, and how long it waits for it.
 *
 * @param longestWaitSeconds how long it waits at most, however far its due time is
 * @param share it goes along where that adds at most this share of what it would cost alone: 0 to
 *     1. The smaller, the better the company it waits for
 * @param marginSeconds how long before it must begin for its due time it begins, besides half of
 *     the time until it would be delivered
 */
public record CompanyTerms(double longestWaitSeconds, double share, double marginSeconds) {
  /** How much longer than planned serving it may take: others come in between. */
  static final double SERVICE_FACTOR = 1.5;

  public CompanyTerms {
    if (!(longestWaitSeconds >= 0) || !(marginSeconds >= 0) || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "Waits and margins are at least 0 s, a share is 0 to 1; found %s s, %s s and %s"
              .formatted(longestWaitSeconds, marginSeconds, share));
    }
  }

  /**
   * The latest start of a job.
   *
   * @param serviceSeconds from now to its last delivery, if it went now
   */
  double latestStart(Patience patience, double serviceSeconds) {
    double forDue = patience.dueSeconds() - SERVICE_FACTOR * serviceSeconds - marginSeconds;
    return Math.min(patience.sinceSeconds() + longestWaitSeconds, forDue);
  }
}
