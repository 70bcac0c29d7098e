package org.givre.plans.explain;

import java.util.List;
import org.givre.plans.explain.Trials.Trial;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.PlanOp;

/** Which modes a lift may have. */
final class Modes {
  private final Catalogue catalogue;

  Modes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static LiftMode other(LiftMode mode) {
    return mode == LiftMode.PARK ? LiftMode.HOLD : LiftMode.PARK;
  }

  /** Whether its dewar can park boxes. */
  boolean parks(PlanOp.Lift lift) {
    return catalogue.dewarOf(lift.rack()).flatMap(InstanceDewar::park).isPresent();
  }

  /** Whether a lift can be done in its mode: one box alone can be parked. */
  boolean isPossible(PlanOp.Lift lift) {
    return lift.mode() == LiftMode.HOLD || (parks(lift) && isOneLevel(lift));
  }

  private boolean isOneLevel(PlanOp.Lift lift) {
    return lift.picks().stream().map(pick -> catalogue.level(pick.tube())).distinct().count() == 1;
  }

  /** The same with one of its lifts in the other mode; nothing where that is impossible. */
  List<Trial> otherwise(Trial trial, int number) {
    if (!trial.reworked().has(number)) {
      return List.of();
    }
    var lift = trial.reworked().lift(number);
    var switched = lift.picking(other(lift.mode()), lift.picks());
    if (!isPossible(switched)) {
      return List.of();
    }
    var changed = trial.reworked().copy();
    changed.replace(number, switched);
    return List.of(new Trial(new Change.AndMode(trial.change(), number, switched.mode()), changed));
  }
}
