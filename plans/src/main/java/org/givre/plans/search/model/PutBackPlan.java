package org.givre.plans.search.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.givre.plans.instance.Timing;

/** Groups returns by picker and rack into as few lifts as caps allow. */
final class PutBackPlan {
  private static final double SLACK = 1e-9;

  private final double now;
  private final Timing timing;
  private final double transferWorn;
  private final Rack[] racks;
  private final List<StrandedReturn> stranded = new ArrayList<>();

  PutBackPlan(Problem problem) {
    this.now = problem.now;
    this.timing = problem.timing;
    this.transferWorn = problem.weights.transfer() * timing.placeSeconds();
    this.racks = problem.racks;
  }

  /**
   * Whoever is free first comes first. Also charges the racks' budgets with these lifts and counts
   * the tubes as present.
   */
  PutBack[] of(Picker[] pickers) {
    var byTime = pickers.clone();
    Arrays.sort(byTime, Comparator.comparingDouble(picker -> Math.max(now, picker.availableFrom)));
    var lifts = new ArrayList<PutBack>();
    for (var picker : byTime) {
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
    var lifts = new ArrayList<PutBack>();
    int from = 0;
    for (int to = 1; to <= loads.size(); to++) {
      if (to == loads.size() || overCap(rack, motion(rack, loads.subList(from, to + 1))) > 0) {
        lift(picker, rack, loads.subList(from, to)).ifPresent(lifts::add);
        from = to;
      }
    }
    return lifts;
  }

  /** One lift for as many of these as limits allow; the others are stranded. */
  private Optional<PutBack> lift(Picker picker, Rack rack, List<Load> loads) {
    var left = new ArrayList<>(loads);
    while (!left.isEmpty()) {
      var lift = new PutBack(picker, rack, left, motion(rack, left));
      var obstacle = obstacle(lift);
      if (obstacle.isEmpty()) {
        charge(lift);
        return Optional.of(lift);
      }
      stranded.add(obstacle.get());
      left.removeIf(load -> load.tube() == obstacle.get().tube());
    }
    return Optional.empty();
  }

  private Motion motion(Rack rack, List<Load> loads) {
    int[] levels = loads.stream().mapToInt(Load::level).toArray();
    return Motion.held(rack, timing, levels, timing.placeSeconds());
  }

  /** What a lift would break without some tube: the deepest, if any would do; it costs most. */
  private Optional<StrandedReturn> obstacle(PutBack lift) {
    var rack = lift.rack;
    var deepest = lift.loads.get(0);
    if (!lift.picker.reachesDewar[rack.dewar.index]) {
      return stranded(
          deepest,
          "reach",
          "picker %d does not reach dewar %d".formatted(lift.picker.id, rack.dewar.id));
    }
    int box = overCap(rack, lift.motion);
    if (box > 0) {
      var detail = LimitWords.outside(name(rack, box), lift.motion.out[box], rack.cap[box]);
      return stranded(deepest, "max_out", detail);
    }
    var tooWarm = overBudget(rack, lift.motion);
    if (tooWarm.isPresent()) {
      return stranded(deepest, "budget", tooWarm.get());
    }
    double length = lift.seconds(timing, rack.dewar.longestTurnSeconds());
    if (neverOpens(lift, length)) {
      return stranded(deepest, "dewar_unavailable", neverFree(lift, length));
    }
    return tooWarm(lift);
  }

  private static String neverFree(PutBack lift, double seconds) {
    return String.format(
        Locale.ROOT,
        "dewar %d and picker %d are never free together for the %.1f s that it takes",
        lift.rack.dewar.id,
        lift.picker.id,
        seconds);
  }

  private static String name(Rack rack, int box) {
    return "rack %d level %d".formatted(rack.id, box);
  }

  private boolean neverOpens(PutBack lift, double seconds) {
    var closed = lift.rack.dewar.closures;
    double opens = Closures.firstOpening(closed, lift.picker.closures, now, seconds);
    return opens == Double.POSITIVE_INFINITY;
  }

  /** The first tube that would get more from the lift than it may. */
  private Optional<StrandedReturn> tooWarm(PutBack lift) {
    for (int i = 0; i < lift.loads.size(); i++) {
      var load = lift.loads.get(i);
      double worn = placedWorn(lift, i);
      if (worn > load.budget()) {
        return stranded(load, "budget", LimitWords.warmed("the tube itself", worn, load.budget()));
      }
    }
    return Optional.empty();
  }

  private static Optional<StrandedReturn> stranded(Load load, String constraint, String detail) {
    return Optional.of(new StrandedReturn(load.tube(), constraint, detail));
  }

  /** Weighted seconds that a tube gets from the lift that places it. */
  private double placedWorn(PutBack lift, int load) {
    return transferWorn + lift.motion.wornAfter[load];
  }

  /** The first level whose box is outside for too long; 0 where none is. */
  private static int overCap(Rack rack, Motion motion) {
    for (int level = 1; level <= rack.levels; level++) {
      if (motion.out[level] > rack.cap[level] + SLACK) {
        return level;
      }
    }
    return 0;
  }

  /** Names the first box, or tube of less budget in it, that gets more than it may. */
  private static Optional<String> overBudget(Rack rack, Motion motion) {
    for (int level = 1; level <= rack.levels; level++) {
      if (motion.worn[level] > rack.boxBudget[level] + SLACK) {
        double before = rack.putBackWorn[level];
        return Optional.of(
            LimitWords.warmed(
                name(rack, level), before + motion.worn[level], before + rack.boxBudget[level]));
      }
    }
    for (var tube : rack.fragile()) {
      double worn = rack.putBackWorn[tube.level] + motion.worn[tube.level];
      if (worn > tube.budget + SLACK) {
        var what = "tube %d of %s".formatted(tube.id, name(rack, tube.level));
        return Optional.of(LimitWords.warmed(what, worn, tube.budget));
      }
    }
    return Optional.empty();
  }

  /** What the boxes may still get; a placed tube may be the most worn one of its box. */
  private void charge(PutBack lift) {
    var rack = lift.rack;
    Arrays.setAll(rack.putBackWorn, level -> rack.putBackWorn[level] + lift.motion.worn[level]);
    Arrays.setAll(rack.boxBudget, level -> rack.boxBudget[level] - lift.motion.worn[level]);
    for (int i = 0; i < lift.loads.size(); i++) {
      var load = lift.loads.get(i);
      double left = load.budget() - placedWorn(lift, i);
      rack.boxTubes[load.level()]++;
      rack.boxBudget[load.level()] = Math.min(rack.boxBudget[load.level()], left);
    }
  }
}
