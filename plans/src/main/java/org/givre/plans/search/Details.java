package org.givre.plans.search;

import org.givre.plans.search.choice.Obstacles.Refusal;
import org.givre.plans.search.model.LimitWords;
import org.givre.plans.search.schedule.Schedule.Miss;
import org.givre.plans.search.schedule.Schedule.OverwornReturn;

/** Says how far a request, or a return, is from its limit in a plan that was tried. */
final class Details {
  private Details() {}

  /** Why a request is not served that would be late. */
  static Refusal late(Miss miss) {
    return new Refusal(
        miss.demand(),
        "deadline",
        miss.beyond(),
        () -> LimitWords.delivered("", miss.reached(), miss.allowed()));
  }

  /** Why a request is not served whose tube would get too much. */
  static Refusal tooWarm(Miss miss) {
    return new Refusal(
        miss.demand(),
        "budget",
        miss.beyond(),
        () -> warmed("tube %d".formatted(miss.tube()), miss.reached(), miss.allowed()));
  }

  /** The same of a tube that is not given up, because it is on its way. */
  static String carriedLate(Miss miss) {
    return LimitWords.delivered(carried(miss) + " is ", miss.reached(), miss.allowed());
  }

  /** The same of a tube that is not given up, because it is on its way. */
  static String carriedTooWarm(Miss miss) {
    return warmed(carried(miss), miss.reached(), miss.allowed());
  }

  static String tooWarm(OverwornReturn back) {
    return warmed("the tube itself", back.reached(), back.allowed());
  }

  private static String carried(Miss miss) {
    return "tube %d, in a carrier already,".formatted(miss.tube());
  }

  private static String warmed(String what, double reached, double allowed) {
    return LimitWords.warmed(what, LimitWords.NEAREST_PLAN, reached, allowed);
  }
}
