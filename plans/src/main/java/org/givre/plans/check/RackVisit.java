package org.givre.plans.check;

import java.util.List;
import org.givre.plans.exposure.LiftEnvironment;
import org.givre.plans.exposure.LiftExposure;
import org.givre.plans.exposure.LiftMotion;
import org.givre.plans.instance.Park;

/**
 * A rack is turned under the opening, gripped, moved and released: what lifts and places have in
 * common.
 *
 * @param grippedSeconds T0: when the rack may begin to move
 */
record RackVisit(Occupation occupation, double grippedSeconds, LiftExposure exposure) {
  /** Moves picker, dewar and rack on, and notes which of their rules are broken. */
  static RackVisit of(PlanCourse course, RackOp op, List<LiftMotion> motions) {
    var timing = course.timing();
    var gripped =
        op.startSeconds() + op.dewar().turnTo(op.rack().rack().slot()) + timing.gripSeconds();
    var moving = motions.stream().mapToDouble(LiftMotion::seconds).sum();
    var occupation =
        new Occupation(op.op(), op.startSeconds(), gripped + moving + timing.releaseSeconds());
    var exposure = LiftExposure.of(environment(op), motions);
    course.occupy(occupation, op.picker(), op.dewar().station(), op.isInReach());
    op.rack().lifted(occupation, exposure, course.findings());
    return new RackVisit(occupation, gripped, exposure);
  }

  private static LiftEnvironment environment(RackOp op) {
    var dewar = op.dewar().dewar();
    var chamberWeight = dewar.park().map(Park::chamberWeight).orElse(0.0);
    return new LiftEnvironment(op.rack().rack().levels(), dewar.liftWeight(), chamberWeight);
  }

  OpEvaluation evaluation(ExposureBreakdown breakdown) {
    return new OpEvaluation(
        occupation.op(), occupation.startSeconds(), occupation.endSeconds(), breakdown);
  }
}
