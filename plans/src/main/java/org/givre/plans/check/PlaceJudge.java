package org.givre.plans.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;

/**
 * Judges a place. Whether a well is free is not checked: the exchange format does not say how many
 * wells a box has, nor which are taken.
 */
final class PlaceJudge {
  private final PlanCourse course;
  private final RackOp op;
  private final PlanOp.Place place;

  private PlaceJudge(PlanCourse course, RackOp op, PlanOp.Place place) {
    this.course = course;
    this.op = op;
    this.place = place;
  }

  /** What the place comes to; nothing where its picker or rack do not exist. */
  static Optional<OpEvaluation> judge(PlanCourse course, int number, PlanOp.Place place) {
    return course
        .rackOp(number, place.startSeconds(), place.picker(), place.rack())
        .map(op -> new PlaceJudge(course, op, place).evaluation());
  }

  private OpEvaluation evaluation() {
    var places = placesAtLevels();
    var levels = places.stream().map(Placement::level).toList();
    var motions = OpMotions.place(course.timing(), op.dewar().dewar(), levels);
    var visit = RackVisit.of(course, op, motions);
    var breakdown = op.rack().charge(visit.exposure(), course.totals());
    for (int number = 0; number < places.size(); number++) {
      breakdown = breakdown.plus(placed(places.get(number), number, visit));
    }
    return visit.evaluation(breakdown);
  }

  private List<Placement> placesAtLevels() {
    if (place.places().isEmpty()) {
      course
          .findings()
          .add(ViolationKind.REFERENCE, op.op(), op.rack().name(), "is lifted without a placing");
    }
    var levels = op.rack().rack().levels();
    var known = new ArrayList<Placement>();
    for (var each : place.places()) {
      if (each.level() >= 1 && each.level() <= levels) {
        known.add(each);
      } else {
        note(each, "level %d is none of the levels 1 to %d".formatted(each.level(), levels));
      }
    }
    return known;
  }

  /** Puts one tube into its box; what it receives itself. */
  private ExposureBreakdown placed(Placement each, int number, RackVisit visit) {
    var found = op.picker().unload(each.tube());
    if (found.isEmpty() && !course.index().knowsTube(each.tube())) {
      var subject = "tube " + each.tube();
      course.require(found, op.op(), subject);
      return ExposureBreakdown.NONE;
    }
    if (found.isEmpty()) {
      note(each, "is not in the carrier of " + op.picker().name());
      return ExposureBreakdown.NONE;
    }
    checkReturn(each);
    op.rack().putBack(each.tube(), each.level());
    var start = visit.grippedSeconds() + visit.exposure().placeStartSeconds(number);
    var inCarrier = course.weights().carrier() * (start - found.get().sinceSeconds());
    var inGripper = course.weights().transfer() * course.timing().placeSeconds();
    var inBox = visit.exposure().placedWeightedSeconds(number);
    course.totals().add(each.tube(), inCarrier + inGripper + inBox);
    return new ExposureBreakdown(inBox, 0, inGripper, inCarrier, 0);
  }

  private void checkReturn(Placement each) {
    var due = course.index().returnOf(each.tube());
    if (due.isEmpty()) {
      note(each, "is not among the instance's returns");
    } else if (due.get().rack() != place.rack() || due.get().level() != each.level()) {
      note(
          each,
          "must go to rack %d level %d, not to rack %d level %d"
              .formatted(due.get().rack(), due.get().level(), place.rack(), each.level()));
    } else {
      course.markReturned(each.tube());
    }
  }

  private void note(Placement each, String message) {
    course.findings().add(ViolationKind.PLACE, op.op(), "tube " + each.tube(), message);
  }
}
