package org.givre.plans.check;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.givre.plans.instance.CarriedTube;

/** Fills the carriers at the start and notes what is wrong with the initial loads and returns. */
final class LoadJudge {
  private final PlanCourse course;
  private final Set<Integer> seen = new HashSet<>();

  private LoadJudge(PlanCourse course) {
    this.course = course;
  }

  static void load(PlanCourse course) {
    var judge = new LoadJudge(course);
    for (var picker : course.pickers().values()) {
      picker.picker().initialLoad().forEach(carried -> judge.load(picker, carried));
    }
    judge.checkReturns();
  }

  private void load(PickerState picker, CarriedTube carried) {
    if (!seen.add(carried.tube())) {
      note(picker.name(), "tube %d is in the initial loads twice".formatted(carried.tube()));
      return;
    }
    var request = served(picker, carried);
    var now = course.index().instance().nowSeconds();
    picker.load(carried.tube(), request, now);
  }

  /** The request that a carried tube serves; absent for a return, or where something is wrong. */
  private OptionalInt served(PickerState picker, CarriedTube carried) {
    var isReturn = course.index().returnOf(carried.tube()).isPresent();
    if (carried.request().isEmpty()) {
      if (!isReturn) {
        note(picker.name(), "tube %d has neither request nor return".formatted(carried.tube()));
      }
      return OptionalInt.empty();
    }
    var id = carried.request().getAsInt();
    var request = course.index().request(id);
    if (isReturn) {
      note(picker.name(), "tube %d has both request and return".formatted(carried.tube()));
    } else if (request.isEmpty() || !request.get().alternatives().contains(carried.tube())) {
      note(picker.name(), "tube %d is no alternative of request %d".formatted(carried.tube(), id));
    } else if (!course.requests().serve(id)) {
      note(picker.name(), "request %d is served twice by initial loads".formatted(id));
    } else {
      return OptionalInt.of(id);
    }
    return OptionalInt.empty();
  }

  private void checkReturns() {
    var due = new HashSet<Integer>();
    for (var each : course.index().instance().returns()) {
      if (!due.add(each.tube())) {
        note("return of tube " + each.tube(), "stands twice in the returns");
      } else if (!seen.contains(each.tube())) {
        note("return of tube " + each.tube(), "the tube is in no initial load");
      }
    }
  }

  private void note(String subject, String message) {
    course.findings().add(ViolationKind.REFERENCE, subject, message);
  }
}
