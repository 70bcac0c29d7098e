package org.givre.plans.search;

import java.util.Locale;
import org.givre.plans.search.schedule.Schedule.Miss;

/** Says how far a request is from its limit. */
final class Details {
  private Details() {}

  static String late(Miss miss) {
    double deadline = miss.demand().job.deadline;
    return String.format(
        Locale.ROOT, "delivered at %.1f s at best, due by %.1f s", miss.reached(), deadline);
  }

  static String overworn(double reached) {
    return String.format(
        Locale.ROOT, "its tube would get %.1f weighted seconds, more than it may", reached);
  }
}
