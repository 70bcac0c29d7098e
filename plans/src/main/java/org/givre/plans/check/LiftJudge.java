package org.givre.plans.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.plans.exposure.LiftMotion;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;

/** Judges a lift. */
final class LiftJudge {
  private final PlanCourse course;
  private final RackOp op;
  private final PlanOp.Lift lift;

  private LiftJudge(PlanCourse course, RackOp op, PlanOp.Lift lift) {
    this.course = course;
    this.op = op;
    this.lift = lift;
  }

  /** What the lift comes to; nothing where its picker or rack do not exist. */
  static Optional<OpEvaluation> judge(PlanCourse course, int number, PlanOp.Lift lift) {
    return course
        .rackOp(number, lift.startSeconds(), lift.picker(), lift.rack())
        .map(op -> new LiftJudge(course, op, lift).evaluation());
  }

  private OpEvaluation evaluation() {
    checkNames();
    var picks = picksInThisRack();
    var visit = RackVisit.of(course, op, motions(picks));
    var breakdown = ExposureBreakdown.NONE;
    for (int pick = 0; pick < picks.size(); pick++) {
      breakdown = breakdown.plus(picked(picks.get(pick).pick(), pick, visit));
    }
    return visit.evaluation(breakdown.plus(op.rack().charge(visit.exposure(), course.totals())));
  }

  private void checkNames() {
    var dewar = op.dewar().dewar().id();
    if (lift.dewar().isPresent() && lift.dewar().getAsInt() != dewar) {
      note(
          ViolationKind.REFERENCE,
          op.rack().name(),
          "stands in dewar %d, not in dewar %d".formatted(dewar, lift.dewar().getAsInt()));
    }
    if (lift.picks().isEmpty()) {
      note(ViolationKind.REFERENCE, op.rack().name(), "is lifted without a pick");
    }
  }

  /** The picks of tubes that are, or were at the start, in this rack. */
  private List<LevelledPick> picksInThisRack() {
    var known = new ArrayList<LevelledPick>();
    for (var pick : lift.picks()) {
      course.require(course.index().request(pick.request()), op.op(), "request " + pick.request());
      var tube = course.index().tube(pick.tube());
      course.require(tube, op.op(), "tube " + pick.tube());
      var now = op.rack().levelOf(pick.tube());
      if (now.isPresent()) {
        known.add(new LevelledPick(pick, now.getAsInt()));
      } else if (tube.isPresent() && tube.get().rack() == lift.rack()) {
        known.add(new LevelledPick(pick, tube.get().level()));
      } else if (tube.isPresent()) {
        note(
            ViolationKind.REFERENCE,
            "tube " + pick.tube(),
            "is in rack %d, not in rack %d".formatted(tube.get().rack(), lift.rack()));
      }
    }
    return known;
  }

  private List<LiftMotion> motions(List<LevelledPick> picks) {
    var dewar = op.dewar().dewar();
    var levels = picks.stream().map(LevelledPick::level).toList();
    if (lift.mode() == LiftMode.PARK) {
      var several = levels.stream().distinct().count() > 1;
      if (several) {
        note(ViolationKind.PARK, op.rack().name(), "picks at several levels " + levels);
      }
      if (dewar.park().isEmpty()) {
        note(ViolationKind.PARK, op.dewar().station().name(), "cannot park a box");
      }
      if (!several && !levels.isEmpty() && dewar.park().isPresent()) {
        return OpMotions.park(course.timing(), dewar, dewar.park().get(), levels);
      }
    }
    return OpMotions.hold(course.timing(), dewar, levels);
  }

  /** Takes one tube; what it receives itself. */
  private ExposureBreakdown picked(Pick pick, int number, RackVisit visit) {
    checkRelease(pick);
    checkAllowed(pick);
    if (!op.rack().take(pick.tube())) {
      note(ViolationKind.TUBE, "tube " + pick.tube(), "is no longer in " + op.rack().name());
      return ExposureBreakdown.NONE;
    }
    var pickSeconds = course.timing().pickSeconds();
    var request = course.requests().serve(op.op(), pick, course.findings());
    var end = visit.grippedSeconds() + visit.exposure().pickStartSeconds(number) + pickSeconds;
    op.picker().load(pick.tube(), request, end);
    checkCapacity(pick);
    var inBox = visit.exposure().pickedWeightedSeconds(number);
    var inGripper = course.weights().transfer() * pickSeconds;
    course.totals().add(pick.tube(), inBox + inGripper);
    return new ExposureBreakdown(0, inBox, inGripper, 0, 0);
  }

  private void checkRelease(Pick pick) {
    var release =
        course.index().jobOfRequest(pick.request()).map(InstanceJob::releaseSeconds).orElse(0.0);
    if (Slack.before(op.startSeconds(), release)) {
      note(
          ViolationKind.RELEASE,
          "request " + pick.request(),
          "its job is released at %s s, but the lift starts at %s s"
              .formatted(Wording.number(release), Wording.number(op.startSeconds())));
    }
  }

  private void checkAllowed(Pick pick) {
    var picker = op.picker().picker().id();
    course
        .index()
        .jobOfRequest(pick.request())
        .filter(job -> !job.allows(picker))
        .ifPresent(
            job ->
                note(
                    ViolationKind.REACH,
                    "request " + pick.request(),
                    "job %d allows only pickers %s, but picker %d picks for it"
                        .formatted(job.id(), job.pickers(), picker)));
  }

  private void checkCapacity(Pick pick) {
    if (op.picker().isOverloaded()) {
      note(
          ViolationKind.CAPACITY,
          op.picker().name(),
          "carries %d tubes at most, but has %d after tube %d"
              .formatted(
                  op.picker().picker().carrierTubes(), op.picker().carrier().size(), pick.tube()));
    }
  }

  private void note(ViolationKind kind, String subject, String message) {
    course.findings().add(kind, op.op(), subject, message);
  }

  private record LevelledPick(Pick pick, int level) {}
}
