package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.givre.plans.explain.Trials.Trial;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;

/** Where a tube might get a lift of its own. */
final class OwnLifts {
  /** More pickers are not tried: they differ in times alone. */
  private static final int MOST_PICKERS = 3;

  private final Catalogue catalogue;
  private final Reworking without;
  private final Pick pick;
  private final InstanceTube tube;
  private final InstanceDewar dewar;

  /**
   * Where a request is served now.
   *
   * @param place in the order of execution
   * @param picker empty where nobody serves it
   */
  record Spot(int place, OptionalInt picker) {}

  OwnLifts(Catalogue catalogue, Reworking without, Pick pick) {
    this.catalogue = catalogue;
    this.without = without;
    this.pick = pick;
    tube = catalogue.tube(pick.tube()).orElseThrow();
    dewar = catalogue.dewarOf(tube.rack()).orElseThrow();
  }

  /** One per picker that may, the one of {@code spot} first; parked ones last. */
  List<Trial> near(Spot spot) {
    var trials = new ArrayList<Trial>();
    for (var mode : modes()) {
      for (int picker : pickers(spot)) {
        trials.add(lift(picker, mode, placeFor(picker, spot)));
      }
    }
    return trials;
  }

  private List<LiftMode> modes() {
    return dewar.park().isPresent()
        ? List.of(LiftMode.HOLD, LiftMode.PARK)
        : List.of(LiftMode.HOLD);
  }

  private List<Integer> pickers(Spot spot) {
    return catalogue.instance().pickers().stream()
        .filter(picker -> picker.dewars().contains(dewar.id()))
        .map(picker -> picker.id())
        .filter(id -> catalogue.jobOf(pick.request()).orElseThrow().allows(id))
        .sorted(Comparator.comparing(id -> id != spot.picker().orElse(id)))
        .limit(MOST_PICKERS)
        .toList();
  }

  /** After the picker's last lift at the dewar, where it has one: there it is already. */
  private int placeFor(int picker, Spot spot) {
    var steps = without.steps();
    for (int place = steps.size() - 1; place >= 0; place--) {
      if (steps.get(place).op() instanceof PlanOp.Lift lift
          && lift.picker() == picker
          && isAtDewar(lift)) {
        return place + 1;
      }
    }
    return spot.picker().orElse(-1) == picker ? spot.place() : beforeLastUnload(picker);
  }

  private boolean isAtDewar(PlanOp.Lift lift) {
    return catalogue.dewarOf(lift.rack()).filter(there -> there.id() == dewar.id()).isPresent();
  }

  private int beforeLastUnload(int picker) {
    var steps = without.steps();
    for (int place = steps.size() - 1; place >= 0; place--) {
      if (steps.get(place).op() instanceof PlanOp.Unload unload && unload.picker() == picker) {
        return place;
      }
    }
    return steps.size();
  }

  private Trial lift(int picker, LiftMode mode, int place) {
    var with = without.copy();
    with.insert(place, Reworking.single(picker, tube.rack(), mode, pick));
    return new Trial(new Change.OwnLift(picker, tube.rack(), mode), with);
  }
}
