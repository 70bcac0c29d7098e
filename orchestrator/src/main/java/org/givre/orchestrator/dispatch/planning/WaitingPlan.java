package org.givre.orchestrator.dispatch.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.store.TubeId;

/**
 * What is left to be done of the adopted plan, in the ids of a problem that is planned anew.
 *
 * @param whole whether the problem knows all of it; else it can only be a beginning
 * @param leastGain share of what is left to do that another plan must save to take its place
 */
public record WaitingPlan(RetrievalPlan plan, boolean whole, double leastGain) {
  /** Nothing is left. */
  public static final WaitingPlan NONE = new WaitingPlan(plan("", List.of()), false, 0);

  /** The tasks that wait, as the problem sees them. */
  public static WaitingPlan of(
      PlanningProblem problem, Collection<PlannedTask> tasks, double leastGain) {
    var ops = new ArrayList<PlanOp>();
    var reader = new Reader(problem);
    tasks.forEach(task -> reader.read(task).ifPresent(ops::add));
    var left = plan(problem.instance().name(), ops);
    return new WaitingPlan(left, reader.whole && !ops.isEmpty(), leastGain);
  }

  private static RetrievalPlan plan(String instance, List<PlanOp> ops) {
    return new RetrievalPlan(Optional.of(instance), "waiting", 0, ops);
  }

  /** Whether there is nothing to begin with. */
  public boolean isEmpty() {
    return plan.ops().isEmpty();
  }

  /** Turns tasks back into operations. */
  private static final class Reader {
    private final PlanningProblem problem;
    private final PlanNames names;
    private boolean whole = true;

    Reader(PlanningProblem problem) {
      this.problem = problem;
      this.names = problem.names();
    }

    Optional<PlanOp> read(PlannedTask planned) {
      var start = problem.clock().seconds(planned.start());
      var picker = names.id(planned.picker());
      var op = Optional.<PlanOp>empty();
      if (planned.task() instanceof LiftTask lift) {
        op = lift(picker, start, lift);
      } else if (planned.task() instanceof UnloadTask unload) {
        var tubes = known(unload.tubes());
        op = Optional.of(new PlanOp.Unload(picker, start, names.id(unload.port()), tubes));
      } else if (planned.task() instanceof PlaceTask place) {
        op = place(picker, start, place);
      }
      return op;
    }

    private Optional<PlanOp> lift(int picker, double start, LiftTask lift) {
      var picks = new ArrayList<Pick>();
      for (var pick : lift.picks()) {
        var request = names.find(new RequestKey(pick.job(), pick.request()));
        var tube = names.find(pick.tube());
        if (request.isPresent() && tube.isPresent()) {
          picks.add(new Pick(request.getAsInt(), tube.getAsInt()));
        } else {
          whole = false;
        }
      }
      var dewar = OptionalInt.of(names.id(lift.dewar()));
      return picks.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new PlanOp.Lift(picker, start, dewar, names.id(lift.rack()), lift.mode(), picks));
    }

    private Optional<PlanOp> place(int picker, double start, PlaceTask place) {
      var places = new ArrayList<Placement>();
      for (var tube : place.places()) {
        names
            .find(tube.tube().id())
            .ifPresentOrElse(
                id -> places.add(new Placement(id, tube.level())), () -> whole = false);
      }
      return places.isEmpty()
          ? Optional.empty()
          : Optional.of(new PlanOp.Place(picker, start, names.id(place.rack()), places));
    }

    private List<Integer> known(List<TubeId> tubes) {
      var ids = new ArrayList<Integer>();
      for (var tube : tubes) {
        names.find(tube).ifPresentOrElse(ids::add, () -> whole = false);
      }
      return ids;
    }
  }
}
