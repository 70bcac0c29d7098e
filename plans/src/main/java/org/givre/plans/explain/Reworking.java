package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;

/**
 * A plan that is being changed: its operations in the order of execution. What an edit does to
 * unloads and carriers is put right when {@link #settled} is asked.
 */
final class Reworking {
  private final Catalogue catalogue;
  private final List<Step> steps;

  /** Number of the unload that each tube of the plan goes with. */
  private final Map<Integer, Integer> stopOfTube;

  private final Set<Integer> hurried;
  private int nextNumber;

  private Reworking(
      Catalogue catalogue,
      List<Step> steps,
      Map<Integer, Integer> stopOfTube,
      Set<Integer> hurried,
      int nextNumber) {
    this.catalogue = catalogue;
    this.steps = new ArrayList<>(steps);
    this.stopOfTube = new HashMap<>(stopOfTube);
    this.hurried = new HashSet<>(hurried);
    this.nextNumber = nextNumber;
  }

  /** The plan as it is; its steps in the order of execution. */
  static Reworking of(Catalogue catalogue, List<Step> order) {
    var stops = new HashMap<Integer, Integer>();
    for (var step : order) {
      if (step.op() instanceof PlanOp.Unload unload) {
        unload.tubes().forEach(tube -> stops.putIfAbsent(tube, step.number()));
      }
    }
    return new Reworking(catalogue, order, stops, Set.of(), order.size());
  }

  Reworking copy() {
    return new Reworking(catalogue, steps, stopOfTube, hurried, nextNumber);
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The steps with every tube unloaded and no carrier overflowing, as far as that can be. */
  List<Step> settled() {
    return new Unloads(catalogue, stopOfTube, hurried, nextNumber).settle(steps);
  }

  Step step(int number) {
    return steps.get(place(number));
  }

  boolean has(int number) {
    return steps.stream().anyMatch(step -> step.number() == number);
  }

  PlanOp.Lift lift(int number) {
    return (PlanOp.Lift) step(number).op();
  }

  int place(int number) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).number() == number) {
        return i;
      }
    }
    throw new IllegalArgumentException("The plan has no operation " + number);
  }

  /** The number of the lift that picks for a request. */
  OptionalInt liftFor(int request) {
    return numbers(lift -> lift.picks().stream().anyMatch(pick -> pick.request() == request))
        .stream()
        .mapToInt(number -> number)
        .findFirst();
  }

  /** Numbers of lifts, in the order of execution. */
  List<Integer> numbers(Predicate<PlanOp.Lift> wanted) {
    return steps.stream()
        .filter(step -> step.op() instanceof PlanOp.Lift lift && wanted.test(lift))
        .map(Step::number)
        .toList();
  }

  /** Takes the pick for a request out of its lift, which goes if it was the only one. */
  void withoutPick(int number, int request) {
    var lift = lift(number);
    var left = lift.picks().stream().filter(pick -> pick.request() != request).toList();
    if (left.isEmpty()) {
      steps.remove(place(number));
    } else {
      replace(number, lift.picking(lift.mode(), left));
    }
  }

  /** Adds a pick to a lift, where picks go on by rising level. */
  void withPick(int number, Pick pick) {
    var lift = lift(number);
    var picks = new ArrayList<>(lift.picks());
    picks.add(pick);
    replace(number, lift.picking(lift.mode(), rising(picks)));
  }

  /** Picks in the order that warms bystanders least; those of one level stay in their order. */
  List<Pick> rising(Collection<Pick> picks) {
    return picks.stream()
        .sorted(Comparator.comparingInt(pick -> catalogue.level(pick.tube())))
        .toList();
  }

  /** A tube goes where another one would have gone. */
  void inPlaceOf(int other, int tube) {
    var stop = stopOfTube.remove(other);
    if (stop == null || !has(stop) || !(step(stop).op() instanceof PlanOp.Unload unload)) {
      return;
    }
    stopOfTube.put(tube, stop);
    var tubes = unload.tubes().stream().map(t -> t == other ? tube : t).toList();
    var renamed = new PlanOp.Unload(unload.picker(), unload.startSeconds(), unload.port(), tubes);
    replace(stop, renamed);
  }

  void replace(int number, PlanOp op) {
    steps.set(place(number), new Step(number, op));
  }

  void remove(int number) {
    steps.remove(place(number));
  }

  /** Adds an operation directly before the one that is now at {@code place}; its number. */
  int insert(int place, PlanOp op) {
    steps.add(place, new Step(nextNumber, op));
    return nextNumber++;
  }

  /** Moves steps, in their order, to directly before the one that is now at {@code place}. */
  void moveTo(int place, List<Integer> numbers) {
    var before = steps.subList(0, place).stream().filter(s -> !numbers.contains(s.number()));
    var target = (int) before.count();
    var moved = steps.stream().filter(s -> numbers.contains(s.number())).toList();
    steps.removeAll(moved);
    steps.addAll(target, moved);
  }

  /** Two lifts change places, and pickers if they are of different ones. */
  void swap(int one, int other) {
    var first = step(one);
    var second = step(other);
    var placeOfFirst = place(one);
    var placeOfSecond = place(other);
    steps.set(placeOfFirst, second.with(second.op().by(first.op().picker())));
    steps.set(placeOfSecond, first.with(first.op().by(second.op().picker())));
  }

  /** These tubes are unloaded at the first stop after they were picked, before others. */
  void hurry(Collection<Integer> tubes) {
    hurried.addAll(tubes);
  }

  /** What the lift picks is not bound to its stop any more. */
  void free(PlanOp.Lift lift) {
    lift.picks().forEach(pick -> stopOfTube.remove(pick.tube()));
  }

  /** A lift that takes one tube, held or parked. */
  static PlanOp.Lift single(int picker, int rack, LiftMode mode, Pick pick) {
    return new PlanOp.Lift(picker, 0, OptionalInt.empty(), rack, mode, List.of(pick));
  }
}
