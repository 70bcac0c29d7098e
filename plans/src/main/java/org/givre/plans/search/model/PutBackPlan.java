package org.givre.plans.search.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.givre.plans.instance.Timing;

/** Groups returns by picker and rack into as few lifts as caps allow. */
final class PutBackPlan {
  private static final double SLACK = 1e-9;

  private final Timing timing;
  private final Rack[] racks;
  private final List<StrandedReturn> stranded = new ArrayList<>();

  PutBackPlan(Timing timing, Rack[] racks) {
    this.timing = timing;
    this.racks = racks;
  }

  /** Also charges the racks' budgets with these lifts and counts the tubes as present. */
  PutBack[] of(Picker[] pickers) {
    var lifts = new ArrayList<PutBack>();
    for (var picker : pickers) {
      var byRack = new TreeMap<Integer, List<Load>>();
      for (var load : picker.initialLoad) {
        if (load.returnTo() != null) {
          byRack.computeIfAbsent(load.returnTo().index, r -> new ArrayList<>()).add(load);
        }
      }
      byRack.forEach((rack, loads) -> lifts.addAll(lifts(picker, racks[rack], loads)));
    }
    return lifts.toArray(PutBack[]::new);
  }

  /** Returns that no lift can place, after {@link #of}. */
  List<StrandedReturn> stranded() {
    return stranded;
  }

  private List<PutBack> lifts(Picker picker, Rack rack, List<Load> loads) {
    loads.sort(Comparator.comparingInt(Load::level).reversed());
    if (!picker.reachesDewar[rack.dewar.index]) {
      strand(loads, "reach", "picker %d does not reach rack %d".formatted(picker.id, rack.id));
      return List.of();
    }
    var lifts = new ArrayList<PutBack>();
    int from = 0;
    for (int to = 1; to <= loads.size(); to++) {
      if (to == loads.size() || breaksCap(rack, motion(rack, loads.subList(from, to + 1)))) {
        add(picker, rack, loads.subList(from, to), lifts);
        from = to;
      }
    }
    return lifts;
  }

  private void add(Picker picker, Rack rack, List<Load> loads, List<PutBack> lifts) {
    var motion = motion(rack, loads);
    if (breaksCap(rack, motion)) {
      strand(loads, "max_out", "the cap of rack %d allows no lift for it".formatted(rack.id));
    } else if (breaksBudget(rack, motion)) {
      strand(loads, "budget", "the boxes of rack %d allow no lift for it".formatted(rack.id));
    } else {
      lifts.add(new PutBack(picker, rack, loads, motion));
      charge(rack, motion, loads);
    }
  }

  private void strand(List<Load> loads, String constraint, String detail) {
    loads.forEach(load -> stranded.add(new StrandedReturn(load.tube(), constraint, detail)));
  }

  private Motion motion(Rack rack, List<Load> loads) {
    int[] levels = loads.stream().mapToInt(Load::level).toArray();
    return Motion.held(rack, timing, levels, timing.placeSeconds());
  }

  private static boolean breaksCap(Rack rack, Motion motion) {
    for (int level = 1; level <= rack.levels; level++) {
      if (motion.out[level] > rack.cap[level] + SLACK) {
        return true;
      }
    }
    return false;
  }

  private static boolean breaksBudget(Rack rack, Motion motion) {
    for (int level = 1; level <= rack.levels; level++) {
      if (motion.worn[level] > rack.boxBudget[level] + SLACK) {
        return true;
      }
    }
    return false;
  }

  private static void charge(Rack rack, Motion motion, List<Load> loads) {
    Arrays.setAll(rack.boxBudget, level -> rack.boxBudget[level] - motion.worn[level]);
    loads.forEach(load -> rack.boxTubes[load.level()]++);
  }
}
