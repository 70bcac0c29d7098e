package org.givre.plans.search.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;

/** The fewest held lifts for some tubes of one rack, caps and budgets aside. */
final class HeldLifts {
  private HeldLifts() {}

  /** Deepest tubes together, so that the rest can do with a shallow lift, which comes first. */
  static List<Visit> of(Problem problem, List<Taken> picks) {
    var rising = new ArrayList<>(picks);
    rising.sort(Comparator.comparingInt(p -> p.tube().level));
    int most = Math.max(1, picks.get(0).tube().rack.carrierTubes);
    var lifts = new ArrayList<Visit>();
    int to = rising.size() % most == 0 ? most : rising.size() % most;
    for (int from = 0; from < rising.size(); from = to, to += most) {
      lifts.add(Visit.held(problem.timing, rising.subList(from, to)));
    }
    return lifts;
  }
}
