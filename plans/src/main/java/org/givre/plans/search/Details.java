package org.givre.plans.search;

import org.givre.plans.search.choice.Obstacles.Refusal;
import org.givre.plans.search.model.LimitWords;
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
    var detail = overworn(miss.reached(), miss.allowed());
    return new Refusal(miss.demand(), "budget", detail, miss.reached());
  }

  /** When a request would be delivered, and when it must be. */
  static String late(Miss miss) {
    double reached = miss.reached();
    double allowed = miss.allowed();
    return "delivered at %s s in the nearest plan found, due by %s s"
        .formatted(LimitWords.rounded(reached, allowed), LimitWords.rounded(allowed, reached));
  }

  /** What a tube would get, and what it may. */
  static String overworn(double reached, double allowed) {
    return LimitWords.warmedInNearestPlan("its tube", reached, allowed);
  }
}
