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

  /** The other lift's tubes are picked here. */
  private List<Trial> merges() {
    var trials = new ArrayList<Trial>();
    for (int other : plan.numbers(op -> op.rack() == lift.rack())) {
      if (other != number) {
        trials.addAll(merged(other));
      }
    }
    return trials;
  }

  private List<Trial> merged(int other) {
    var picks =
        plan.rising(Stream.of(lift, plan.lift(other)).flatMap(l -> l.picks().stream()).toList());
    return Stream.of(LiftMode.HOLD, LiftMode.PARK)
        .filter(mode -> modes.isPossible(lift.picking(mode, picks)))
        .map(mode -> merged(other, mode, picks))
        .toList();
  }

  private Trial merged(int other, LiftMode mode, List<Pick> picks) {
    var changed = plan.copy();
    changed.free(plan.lift(other));
    changed.replace(number, lift.picking(mode, picks));
    changed.remove(other);
    return new Trial(new Change.MergedWith(other, mode), changed);
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

  /** The second part comes last before the picker's next stop: the rack may have cooled by then. */
  private Trial divided(Change change, PlanOp.Lift first, PlanOp.Lift second) {
    var changed = plan.copy();
    changed.replace(number, first);
    int place = changed.place(number) + 1;
    var steps = changed.steps();
    for (int i = place; i < steps.size(); i++) {
      var op = steps.get(i).op();
      if (op.picker() == lift.picker()) {
        if (op instanceof PlanOp.Unload) {
          break;
        }
        place = i + 1;
      }
    }
    changed.insert(rests() ? place : changed.place(number) + 1, second);
    return new Trial(change, changed);
  }

  private boolean rests() {
    return catalogue.rack(lift.rack()).filter(rack -> rack.recoolRatio() > 0).isPresent();
  }
}
