package org.givre.plans.search.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;

/** The fewest held lifts for some tubes of one rack; ports, caps and budgets aside. */
final class HeldLifts {
  private HeldLifts() {}

  /** Only picks of jobs that allow the same pickers share lifts. */
  static List<Visit> of(Problem problem, List<Taken> picks) {
    var byCrew = new LinkedHashMap<List<Picker>, List<Taken>>();
    for (var pick : picks) {
      byCrew.computeIfAbsent(crew(problem, pick), crew -> new ArrayList<>()).add(pick);
    }
    var lifts = new ArrayList<Visit>();
    byCrew.forEach((crew, own) -> lifts.addAll(lifts(problem, crew, own)));
    return lifts;
  }

  private static List<Picker> crew(Problem problem, Taken pick) {
    int dewar = pick.tube().rack.dewar.index;
    return Arrays.stream(problem.pickers)
        .filter(picker -> picker.reachesDewar[dewar] && pick.demand().job.allows(picker))
        .toList();
  }

  /** Deepest tubes together, so that the rest can do with a shallow lift, which comes first. */
  private static List<Visit> lifts(Problem problem, List<Picker> crew, List<Taken> picks) {
    var rising = new ArrayList<>(picks);
    rising.sort(Comparator.comparingInt(p -> p.tube().level));
    int most = crew.stream().mapToInt(p -> problem.carrierRoom[p.index]).max().orElse(1);
    most = Math.max(1, most);
    var lifts = new ArrayList<Visit>();
    int to = rising.size() % most == 0 ? most : rising.size() % most;
    for (int from = 0; from < rising.size(); from = to, to += most) {
      lifts.add(Visit.held(problem.timing, rising.subList(from, to)));
    }
    return lifts;
  }
}
