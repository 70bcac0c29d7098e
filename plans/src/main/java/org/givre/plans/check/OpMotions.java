package org.givre.plans.check;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.exposure.LiftMotion;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Timing;

/** Spells out the motions of an operation, from the moment the rack is gripped to its release. */
final class OpMotions {
  private final Timing timing;
  private final double secondsPerLevel;
  private final List<LiftMotion> motions = new ArrayList<>();
  private int height;

  private OpMotions(Timing timing, InstanceDewar dewar) {
    this.timing = timing;
    this.secondsPerLevel = dewar.secondsPerLevel();
  }

  /** Picks from boxes of a rack that stays up, at these levels in this order. */
  static List<LiftMotion> hold(Timing timing, InstanceDewar dewar, List<Integer> levels) {
    var lift = new OpMotions(timing, dewar);
    for (int pick = 0; pick < levels.size(); pick++) {
      lift.settleAt(levels.get(pick));
      lift.pick(levels.get(pick), pick);
    }
    lift.moveTo(0);
    return lift.motions;
  }

  /** Picks from one box while it is parked; {@code levels} names its level once for each pick. */
  static List<LiftMotion> park(
      Timing timing, InstanceDewar dewar, Park park, List<Integer> levels) {
    var lift = new OpMotions(timing, dewar);
    int level = levels.get(0);
    lift.settleAt(level);
    lift.motions.add(new LiftMotion.Eject(level, park.ejectSeconds()));
    lift.moveTo(0);
    for (int pick = 0; pick < levels.size(); pick++) {
      lift.pick(level, pick);
    }
    lift.settleAt(level);
    lift.motions.add(new LiftMotion.Insert(level, park.insertSeconds()));
    lift.moveTo(0);
    return lift.motions;
  }

  /** Places tubes into boxes of a rack that stays up, at these levels in this order. */
  static List<LiftMotion> place(Timing timing, InstanceDewar dewar, List<Integer> levels) {
    var lift = new OpMotions(timing, dewar);
    for (int place = 0; place < levels.size(); place++) {
      lift.settleAt(levels.get(place));
      lift.motions.add(new LiftMotion.PlaceTube(levels.get(place), place, timing.placeSeconds()));
    }
    lift.moveTo(0);
    return lift.motions;
  }

  private void settleAt(int level) {
    if (level != height) {
      moveTo(level);
      motions.add(new LiftMotion.Dwell(timing.settleSeconds()));
    }
  }

  private void moveTo(int level) {
    if (level != height) {
      var seconds = Math.abs(level - height) * secondsPerLevel;
      motions.add(new LiftMotion.Move(height, level, seconds));
      height = level;
    }
  }

  private void pick(int level, int pick) {
    motions.add(new LiftMotion.PickTube(level, pick, timing.pickSeconds()));
  }
}
