package org.givre.orchestrator.dispatch.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.plans.check.OpEvaluation;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.PlanOp.Lift;
import org.givre.plans.instance.PlanOp.Place;
import org.givre.plans.instance.PlanOp.Unload;
import org.givre.plans.store.DewarId;

/** Turns a plan that was judged into tasks with names, times and ids. */
public final class PlanTranslation {
  private final PlanningOutcome.Passed passed;
  private final PlanNames names;
  private final Supplier<String> ids;

  private PlanTranslation(PlanningOutcome.Passed passed, Supplier<String> ids) {
    this.passed = passed;
    this.names = passed.problem().names();
    this.ids = ids;
  }

  /**
   * The plan's tasks in the order of their start.
   *
   * @param ids gives each task its own
   */
  public static List<PlannedTask> tasks(PlanningOutcome.Passed passed, Supplier<String> ids) {
    var translation = new PlanTranslation(passed, ids);
    var ops = new ArrayList<>(passed.verdict().ops());
    ops.sort(Comparator.comparingDouble(OpEvaluation::startSeconds));
    return ops.stream().map(translation::task).toList();
  }

  /** What the planner has left out. */
  public static List<LeftOut> leftOut(PlanningOutcome.Passed passed) {
    var names = passed.problem().names();
    var clock = passed.problem().clock();
    return passed.unplanned().stream()
        .map(
            unplanned ->
                new LeftOut(
                    names.request(unplanned.request()),
                    "unplannable-" + unplanned.constraint().replace('_', '-'),
                    names.inWords(clock.inWords(unplanned.detail()))))
        .toList();
  }

  private PlannedTask task(OpEvaluation evaluated) {
    var op = passed.plan().ops().get(evaluated.op());
    var clock = passed.problem().clock();
    return new PlannedTask(
        names.picker(op.picker()),
        task(op),
        clock.instant(evaluated.startSeconds()),
        clock.instant(evaluated.endSeconds()),
        evaluated.exposure().totalTs());
  }

  private PickerTask task(PlanOp op) {
    if (op instanceof Lift lift) {
      return lift(lift);
    }
    if (op instanceof Unload unload) {
      var tubes = unload.tubes().stream().map(names::tube).toList();
      return new UnloadTask(ids.get(), names.port(unload.port()), tubes);
    }
    return place((Place) op);
  }

  private PickerTask lift(Lift lift) {
    var picks = lift.picks().stream().map(this::pick).toList();
    return new LiftTask(
        ids.get(), dewarOf(lift.rack()), names.rack(lift.rack()), lift.mode(), picks);
  }

  private PickerTask place(Place place) {
    var places = place.places().stream().map(this::toPlace).toList();
    return new PlaceTask(ids.get(), dewarOf(place.rack()), names.rack(place.rack()), places);
  }

  private DewarId dewarOf(int rack) {
    return passed.problem().instance().racks().stream()
        .filter(r -> r.id() == rack)
        .map(r -> names.dewar(r.dewar()))
        .findFirst()
        .orElseThrow();
  }

  private TubeToPlace toPlace(Placement placement) {
    var tube = names.tube(placement.tube());
    var goes = Optional.ofNullable(passed.problem().returning().get(tube)).orElseThrow();
    var request = goes.request();
    return new TubeToPlace(
        goes.tube(), goes.origin().level(), goes.origin().well(), request.job(), request.request());
  }

  private TubeToPick pick(Pick pick) {
    var tube = names.tube(pick.tube());
    var found = Optional.ofNullable(passed.problem().found().get(tube)).orElseThrow();
    var request = names.request(pick.request());
    return new TubeToPick(tube, found.level(), found.well(), request.job(), request.request());
  }
}
