package org.givre.plans.check;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.exposure.LiftExposure;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;

/** A rack while a plan runs: what is in its boxes, and what they have been through. */
final class RackState {
  private final InstanceRack rack;
  private final int[] bystanders;
  private final SortedMap<Integer, Integer> levelOfListed = new TreeMap<>();
  private final SortedMap<Integer, Integer> levelOfReturned = new TreeMap<>();
  private final double[] weightedSeconds;
  private double readySeconds;

  /**
   * The rack at the start.
   *
   * @param listed tubes in it that the instance lists; not those in carriers
   */
  RackState(InstanceRack rack, List<InstanceTube> listed, Findings findings) {
    this.rack = rack;
    this.bystanders = rack.boxTubes().stream().mapToInt(Integer::intValue).toArray();
    this.weightedSeconds = new double[rack.levels()];
    this.readySeconds = rack.notBeforeSeconds();
    for (var tube : listed) {
      levelOfListed.put(tube.id(), tube.level());
      bystanders[tube.level() - 1]--;
    }
    for (int level = 1; level <= rack.levels(); level++) {
      requireTubes(level, findings);
    }
  }

  private void requireTubes(int level, Findings findings) {
    if (bystanders[level - 1] < 0) {
      findings.add(
          ViolationKind.REFERENCE,
          subject(level),
          "has %d tubes, but the instance lists %d more of them; correct box_tubes or tubes"
              .formatted(rack.boxTubes().get(level - 1), -bystanders[level - 1]));
      bystanders[level - 1] = 0;
    }
  }

  InstanceRack rack() {
    return rack;
  }

  String name() {
    return "rack " + rack.id();
  }

  private String subject(int level) {
    return "rack %d level %d".formatted(rack.id(), level);
  }

  /** Where a tube is; nothing where this rack does not hold it. */
  OptionalInt levelOf(int tube) {
    var level = levelOfListed.getOrDefault(tube, levelOfReturned.getOrDefault(tube, 0));
    return level == 0 ? OptionalInt.empty() : OptionalInt.of(level);
  }

  /** Takes a tube out; whether it was there. */
  boolean take(int tube) {
    var there = levelOf(tube).isPresent();
    levelOfListed.remove(tube);
    levelOfReturned.remove(tube);
    return there;
  }

  /** Puts a tube back; it is a bystander from now on. */
  void putBack(int tube, int level) {
    levelOfReturned.put(tube, level);
  }

  /** Charges a lift to the boxes and to every tube that is in them now. */
  ExposureBreakdown charge(LiftExposure lift, TubeTotals totals) {
    double bystanderTs = 0;
    for (int level = 1; level <= rack.levels(); level++) {
      weightedSeconds[level - 1] += lift.weightedSeconds(level);
      bystanderTs += bystanders[level - 1] * lift.weightedSeconds(level);
    }
    return ExposureBreakdown.rack(
        bystanderTs + charge(levelOfReturned, lift, totals), charge(levelOfListed, lift, totals));
  }

  private static double charge(
      SortedMap<Integer, Integer> levels, LiftExposure lift, TubeTotals totals) {
    double sum = 0;
    for (var tube : levels.entrySet()) {
      var seconds = lift.weightedSeconds(tube.getValue());
      totals.add(tube.getKey(), seconds);
      sum += seconds;
    }
    return sum;
  }

  /** Is lifted, which may be too early or too long for a box, and rests from then on. */
  void lifted(Occupation occupation, LiftExposure lift, Findings findings) {
    if (Slack.before(occupation.startSeconds(), readySeconds)) {
      findings.add(
          ViolationKind.RECOOL,
          occupation.op(),
          name(),
          "has cooled again at %s s, but the lift starts at %s s"
              .formatted(Wording.number(readySeconds), Wording.number(occupation.startSeconds())));
    }
    for (int level = 1; level <= rack.levels(); level++) {
      var cap = rack.boxMaxOutSeconds().get(level - 1);
      if (Slack.after(lift.outSeconds(level), cap)) {
        findings.add(
            ViolationKind.MAX_OUT,
            occupation.op(),
            subject(level),
            "may be outside for %s s in one lift, but is for %s s"
                .formatted(Wording.number(cap), Wording.number(lift.outSeconds(level))));
      }
    }
    rest(occupation.endSeconds(), lift.longestOutSeconds());
  }

  private void rest(double endSeconds, double longestOutSeconds) {
    if (rack.recoolRatio() > 0) {
      readySeconds = Math.max(readySeconds, endSeconds + rack.recoolRatio() * longestOutSeconds);
    }
  }

  /** Notes every box that gets more than its most worn tube may. */
  void checkBudgets(Findings findings) {
    for (int level = 1; level <= rack.levels(); level++) {
      var budget = rack.boxMinBudgetSeconds().get(level - 1);
      if (Slack.after(weightedSeconds[level - 1], budget)) {
        findings.add(
            ViolationKind.BUDGET,
            subject(level),
            "may still get %s weighted seconds, but gets %s"
                .formatted(Wording.number(budget), Wording.number(weightedSeconds[level - 1])));
      }
    }
  }
}
