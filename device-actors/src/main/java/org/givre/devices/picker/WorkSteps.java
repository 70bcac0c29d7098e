package org.givre.devices.picker;

import java.util.ArrayList;
import java.util.List;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.plans.instance.LiftMode;

/** The steps of an order for a task: what a robot does without asking back. */
final class WorkSteps {
  private WorkSteps() {}

  static List<MotionStep> travel(String station) {
    return List.of(new MotionStep.MoveTo(station));
  }

  /** A lift of a rack in {@code carouselSlot}. */
  static List<MotionStep> lift(LiftTask task, int carouselSlot) {
    var steps = new ArrayList<MotionStep>();
    steps.add(new MotionStep.RotateTo(task.dewar().value(), carouselSlot));
    if (task.mode() == LiftMode.PARK) {
      parked(task, steps);
    } else {
      held(task, steps);
    }
    return steps;
  }

  private static void held(LiftTask task, List<MotionStep> steps) {
    var rack = task.rack().value();
    var height = 0;
    for (var pick : task.picks()) {
      if (pick.level() != height) {
        steps.add(new MotionStep.LiftRack(rack, pick.level()));
        height = pick.level();
      }
      steps.add(pick(rack, pick));
    }
    steps.add(new MotionStep.LowerRack(rack));
  }

  private static void parked(LiftTask task, List<MotionStep> steps) {
    var rack = task.rack().value();
    var level = task.picks().get(0).level();
    steps.add(new MotionStep.LiftRack(rack, level));
    steps.add(new MotionStep.ExtractBox(rack, level));
    steps.add(new MotionStep.LowerRack(rack));
    task.picks().forEach(pick -> steps.add(pick(rack, pick)));
    steps.add(new MotionStep.LiftRack(rack, level));
    steps.add(new MotionStep.InsertBox(rack, level));
    steps.add(new MotionStep.LowerRack(rack));
  }

  private static MotionStep pick(String rack, TubeToPick pick) {
    return new MotionStep.PickTube(rack, pick.level(), pick.well().label(), pick.tube().value());
  }

  /** A lift of a rack in {@code carouselSlot}, held for placing tubes. */
  static List<MotionStep> place(PlaceTask task, int carouselSlot) {
    var rack = task.rack().value();
    var steps = new ArrayList<MotionStep>();
    steps.add(new MotionStep.RotateTo(task.dewar().value(), carouselSlot));
    var height = 0;
    for (var place : task.places()) {
      if (place.level() != height) {
        steps.add(new MotionStep.LiftRack(rack, place.level()));
        height = place.level();
      }
      var tube = place.tube().id().value();
      steps.add(new MotionStep.PlaceTube(rack, place.level(), place.well().label(), tube));
    }
    steps.add(new MotionStep.LowerRack(rack));
    return steps;
  }

  /** An unload into {@code slots}, one for each tube. */
  static List<MotionStep> unload(UnloadTask task, List<Integer> slots) {
    var port = task.port().value();
    var steps = new ArrayList<MotionStep>();
    steps.add(new MotionStep.Dock(port));
    for (int i = 0; i < task.tubes().size(); i++) {
      steps.add(new MotionStep.Unload(port, slots.get(i), task.tubes().get(i).value()));
    }
    return steps;
  }
}
