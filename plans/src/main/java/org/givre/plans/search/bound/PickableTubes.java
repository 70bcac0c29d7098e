package org.givre.plans.search.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Tube;

/** Which tubes a valid plan may pick for which requests. */
final class PickableTubes {
  /** Requests that some tube may be picked for; carried ones are left out. */
  final Demand[] demands;

  /** By tube index, positions in {@link #demands} that may take it. */
  final int[][] buyers;

  private final Problem problem;

  PickableTubes(Problem problem, Predicate<Tube> possible) {
    this.problem = problem;
    var named = new ArrayList<List<Integer>>();
    Arrays.stream(problem.tubes).forEach(tube -> named.add(new ArrayList<>()));
    var kept = new ArrayList<Demand>();
    for (var demand : problem.demands) {
      int before = kept.size();
      for (var tube : demand.carried ? List.<Tube>of() : List.of(demand.alternatives)) {
        if (possible.test(tube) && served(demand, tube)) {
          named.get(tube.index).add(before);
          if (kept.size() == before) {
            kept.add(demand);
          }
        }
      }
    }
    this.demands = kept.toArray(Demand[]::new);
    this.buyers =
        named.stream()
            .map(list -> list.stream().distinct().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  private boolean served(Demand demand, Tube tube) {
    return Arrays.stream(problem.pickers).anyMatch(p -> problem.serves(p, demand, tube.rack));
  }

  /**
   * By rack and level, indices of tubes that may be picked. Of several tubes in one box that the
   * same request alone may take, one is enough: a plan takes no more, and they cost the same.
   */
  int[][][] byRackAndLevel() {
    var lists = new ArrayList<List<List<Integer>>>();
    for (var rack : problem.racks) {
      var levels = new ArrayList<List<Integer>>();
      for (int level = 0; level <= rack.levels; level++) {
        levels.add(new ArrayList<>());
      }
      lists.add(levels);
    }
    var seen = new HashSet<List<Integer>>();
    for (var tube : problem.tubes) {
      int[] own = buyers[tube.index];
      boolean only = own.length == 1;
      if (own.length > 1 || (only && seen.add(List.of(tube.rack.index, tube.level, own[0])))) {
        lists.get(tube.rack.index).get(tube.level).add(tube.index);
      }
    }
    return lists.stream()
        .map(levels -> levels.stream().map(PickableTubes::array).toArray(int[][]::new))
        .toArray(int[][][]::new);
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
