package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Problem;

/** Where a picker is, from when on it is free, and what it carries. */
final class PickerState {
  final Picker picker;
  final List<Cargo> load = new ArrayList<>();
  double x;
  double y;
  double free;

  PickerState(Problem problem, Picker picker) {
    this.picker = picker;
    moveTo(picker.x, picker.y, Math.max(problem.now, picker.availableFrom));
    for (var carried : picker.initialLoad) {
      load.add(
          new Cargo(
              carried.tube(),
              carried.demand(),
              problem.now,
              0,
              carried.budget(),
              carried.returnTo(),
              carried.level()));
    }
  }

  void moveTo(double toX, double toY, double freeFrom) {
    x = toX;
    y = toY;
    free = freeFrom;
  }

  int room() {
    return picker.carrierTubes - load.size();
  }
}
