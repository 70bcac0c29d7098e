package org.givre.plans.search;

import java.util.Locale;
import org.givre.plans.search.choice.Obstacles.Refusal;
import org.givre.plans.search.schedule.Schedule.Miss;

/** Says how far a request is from its limit. */
final class Details {
  private Details() {}

  /** Why a request is not served that would be late. */
  static Refusal refusal(Miss late) {
    return new Refusal(late.demand(), "deadline", late(late), late.reached());
  }

  /** Why a request is not served whose tube would get too much. */
  static Refusal tooWarm(Miss miss) {
    return new Refusal(miss.demand(), "budget", overworn(miss.reached()), miss.reached());
  }

  static String late(Miss miss) {
    double deadline = miss.demand().job.deadline;
    return String.format(
        Locale.ROOT,
        "delivered at %.1f s in the nearest plan found, due by %.1f s",
        miss.reached(),
        deadline);
  }

  static String overworn(double reached) {
    return String.format(
        Locale.ROOT,
        "its tube would get %.1f weighted seconds in the nearest plan found, more than it may",
        reached);
  }
}
