package org.givre.plans.explain;

import java.util.List;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Timing;

/**
 * How long a lift takes, after the exchange format's section 3.
 *
 * @param motionSeconds from the moment the rack is gripped until it may be released
 * @param longestOutSeconds the longest stay outside of any box
 */
record LiftTime(double motionSeconds, double longestOutSeconds) {

  static LiftTime of(Catalogue catalogue, InstanceDewar dewar, PlanOp.Lift lift) {
    var timing = catalogue.instance().timing();
    var levels = lift.picks().stream().map(pick -> catalogue.level(pick.tube())).toList();
    var isOneLevel = levels.stream().distinct().count() == 1;
    return lift.mode() == LiftMode.PARK && isOneLevel && dewar.park().isPresent()
        ? parked(timing, dewar, dewar.park().get(), levels)
        : held(timing, dewar, timing.pickSeconds(), levels);
  }

  static LiftTime of(Catalogue catalogue, InstanceDewar dewar, PlanOp.Place place) {
    var timing = catalogue.instance().timing();
    var levels = place.places().stream().map(Placement::level).toList();
    return held(timing, dewar, timing.placeSeconds(), levels);
  }

  /** The top box is outside throughout. */
  private static LiftTime held(
      Timing timing, InstanceDewar dewar, double dwellSeconds, List<Integer> levels) {
    double seconds = 0;
    int height = 0;
    for (int level : levels) {
      if (level != height) {
        seconds += Math.abs(level - height) * dewar.secondsPerLevel() + timing.settleSeconds();
        height = level;
      }
      seconds += dwellSeconds;
    }
    seconds += height * dewar.secondsPerLevel();
    return new LiftTime(seconds, seconds);
  }

  /** Either the parked box is out longest, or one above it, which is out during both strokes. */
  private static LiftTime parked(
      Timing timing, InstanceDewar dewar, Park park, List<Integer> levels) {
    int level = levels.get(0);
    double tau = dewar.secondsPerLevel();
    double picking = levels.size() * timing.pickSeconds();
    double standing = 2 * timing.settleSeconds() + park.ejectSeconds() + park.insertSeconds();
    double above = level > 1 ? 4 * level * tau : 0;
    double longest = standing + Math.max(above, (2 * level + 2) * tau + picking);
    return new LiftTime(4 * level * tau + standing + picking, longest);
  }
}
