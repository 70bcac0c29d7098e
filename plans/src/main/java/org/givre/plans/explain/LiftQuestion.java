package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.givre.plans.explain.Trials.Trial;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;

/** Why a rack is lifted so: in another mode, in several lifts, or with another lift of the rack. */
final class LiftQuestion {
  private final Comparison comparison;
  private final Catalogue catalogue;
  private final Modes modes;
  private final Reworking plan;
  private final int number;
  private final PlanOp.Lift lift;
  private final List<Integer> levels;

  LiftQuestion(Comparison comparison, int number) {
    this.comparison = comparison;
    this.catalogue = comparison.catalogue();
    this.number = number;
    modes = new Modes(catalogue);
    plan = comparison.rework();
    lift = plan.lift(number);
    levels = lift.picks().stream().map(this::level).distinct().sorted().toList();
  }

  private int level(Pick pick) {
    return catalogue.level(pick.tube());
  }

  LiftExplanation answer() {
    var trials = new Trials(comparison);
    var ways =
        Stream.of(inOtherMode(), merges(), parkedApart(), splits(), halves())
            .flatMap(List::stream)
            .toList();
    var tried = ways.stream().flatMap(trial -> trials.judged(trial).stream()).toList();
    return new LiftExplanation(
        number,
        (PlanOp.Lift) comparison.timed(number).step().op(),
        lift.picks().stream().map(this::level).toList(),
        tried.stream().sorted(Alternative.BEST_FIRST).toList(),
        ways.size() - tried.size());
  }

  private List<Trial> inOtherMode() {
    var other = Modes.other(lift.mode());
    return modes.otherwise(new Trial(new Change.InMode(other), plan), number).stream()
        .map(trial -> new Trial(new Change.InMode(other), trial.reworked()))
        .toList();
  }

  /** In one lift with another of the rack, at either's place. */
  private List<Trial> merges() {
    return plan.numbers(op -> op.rack() == lift.rack()).stream()
        .filter(other -> other != number)
        .flatMap(other -> merged(other).stream())
        .toList();
  }

  private List<Trial> merged(int other) {
    var both = Stream.of(lift, plan.lift(other)).flatMap(l -> l.picks().stream()).toList();
    var picks = plan.rising(both);
    var trials = new ArrayList<Trial>();
    for (var mode : LiftMode.values()) {
      if (modes.isPossible(lift.picking(mode, picks))) {
        trials.add(new Trial(new Change.TakesIn(other, mode), merged(number, other, mode, picks)));
        trials.add(new Trial(new Change.GoesInto(other, mode), merged(other, number, mode, picks)));
      }
    }
    return trials;
  }

  private Reworking merged(int into, int gone, LiftMode mode, List<Pick> picks) {
    var changed = plan.copy();
    changed.free(plan.lift(gone));
    changed.replace(into, plan.lift(into).picking(mode, picks));
    changed.remove(gone);
    return changed;
  }

  private List<Trial> parkedApart() {
    if (!modes.parks(lift) || levels.size() == 1) {
      return List.of();
    }
    return levels.stream()
        .map(
            level ->
                divided(
                    new Change.ParkedApart(level),
                    lift.picking(LiftMode.HOLD, those(pick -> level(pick) != level)),
                    lift.picking(LiftMode.PARK, those(pick -> level(pick) == level))))
        .toList();
  }

  private List<Pick> those(Predicate<Pick> wanted) {
    return lift.picks().stream().filter(wanted).toList();
  }

  private List<Trial> splits() {
    return levels.subList(0, levels.size() - 1).stream()
        .map(
            level ->
                divided(
                    new Change.SplitBelow(level),
                    lift.picking(LiftMode.HOLD, those(pick -> level(pick) <= level)),
                    lift.picking(LiftMode.HOLD, those(pick -> level(pick) > level))))
        .toList();
  }

  private List<Trial> halves() {
    int half = lift.picks().size() / 2;
    if (half == 0 || levels.size() > 1) {
      return List.of();
    }
    return List.of(
        divided(
            new Change.Halved(),
            lift.picking(lift.mode(), lift.picks().subList(0, half)),
            lift.picking(lift.mode(), lift.picks().subList(half, lift.picks().size()))));
  }

  /** The second part comes next, or where the rack may have cooled by then. */
  private Trial divided(Change change, PlanOp.Lift first, PlanOp.Lift second) {
    var changed = plan.copy();
    changed.replace(number, first);
    int next = changed.place(number) + 1;
    changed.insert(rests() ? lastBeforeStop(changed.steps(), next) : next, second);
    return new Trial(change, changed);
  }

  /** The last place before the picker's next stop. */
  private int lastBeforeStop(List<Step> steps, int next) {
    int last = next;
    for (int place = next; place < steps.size(); place++) {
      var op = steps.get(place).op();
      if (op.picker() == lift.picker() && op instanceof PlanOp.Unload) {
        return last;
      }
      last = op.picker() == lift.picker() ? place + 1 : last;
    }
    return last;
  }

  private boolean rests() {
    return catalogue.rack(lift.rack()).filter(rack -> rack.recoolRatio() > 0).isPresent();
  }
}
