package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.givre.plans.explain.ChoiceExplanation.Chosen;
import org.givre.plans.explain.ChoiceExplanation.Other;
import org.givre.plans.explain.ChoiceExplanation.TubePlace;
import org.givre.plans.explain.Trials.Trial;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Request;

/** Why this tube: tries every other one, in a lift that takes place anyway or in one of its own. */
final class ChoiceQuestion {
  private final Comparison comparison;
  private final Catalogue catalogue;
  private final Modes modes;
  private final Request request;
  private final Reworking plan;
  private final OptionalInt lift;
  private final Map<Integer, Integer> takenFor = new HashMap<>();

  ChoiceQuestion(Comparison comparison, Request request) {
    this.comparison = comparison;
    this.catalogue = comparison.catalogue();
    this.request = request;
    modes = new Modes(catalogue);
    plan = comparison.rework();
    lift = plan.liftFor(request.id());
    for (var step : plan.steps()) {
      if (step.op() instanceof PlanOp.Lift other) {
        other.picks().forEach(pick -> takenFor.put(pick.tube(), pick.request()));
      }
    }
  }

  ChoiceExplanation answer() {
    var job = catalogue.jobOf(request.id()).orElseThrow().id();
    var carrier = carrier();
    var chosen = chosen();
    var others = carrier.isPresent() ? List.<Other>of() : others(chosen);
    return new ChoiceExplanation(request.id(), job, chosen, carrier, others);
  }

  private OptionalInt carrier() {
    return request.alternatives().stream()
        .filter(tube -> catalogue.requestOfCarried(tube).orElse(-1) == request.id())
        .flatMapToInt(tube -> catalogue.pickerOfCarried(tube).stream())
        .findFirst();
  }

  private Optional<Chosen> chosen() {
    if (lift.isEmpty()) {
      return Optional.empty();
    }
    var picks = plan.lift(lift.getAsInt()).picks();
    var jobs =
        picks.stream().flatMap(pick -> catalogue.jobOf(pick.request()).stream()).distinct().count();
    return picks.stream()
        .filter(pick -> pick.request() == request.id())
        .filter(pick -> catalogue.tube(pick.tube()).isPresent())
        .findFirst()
        .map(pick -> new Chosen(place(pick.tube()), lift.getAsInt(), picks.size(), (int) jobs));
  }

  private TubePlace place(int tube) {
    var where = catalogue.tube(tube).orElseThrow();
    return new TubePlace(tube, where.rack(), where.level(), tube == request.alternatives().get(0));
  }

  /** What can be had, best first; then the others as they are listed. */
  private List<Other> others(Optional<Chosen> chosen) {
    var tubes =
        request.alternatives().stream()
            .filter(tube -> chosen.filter(c -> c.where().tube() == tube).isEmpty())
            .toList();
    var best = bestPlans(tubes.stream().filter(this::isFree).toList());
    var others = new ArrayList<Other>();
    tubes.forEach(tube -> others.add(other(tube, Optional.ofNullable(best.get(tube)))));
    others.sort(
        Comparator.comparing(Other::instead, Comparator.comparing(found -> found.isEmpty()))
            .thenComparing(ChoiceQuestion::bestFirst));
    return others;
  }

  private Other other(int tube, Optional<Alternative> instead) {
    return new Other(place(tube), holder(tube), instead);
  }

  private static int bestFirst(Other one, Other other) {
    return one.instead().isPresent() && other.instead().isPresent()
        ? Alternative.BEST_FIRST.compare(one.instead().get(), other.instead().get())
        : 0;
  }

  /** Every tube is tried once before any is tried in a second way. */
  private Map<Integer, Alternative> bestPlans(List<Integer> tubes) {
    var trials = new Trials(comparison);
    var best = new HashMap<Integer, Alternative>();
    var ways = new HashMap<Integer, List<Trial>>();
    tubes.forEach(tube -> ways.put(tube, ways(tube)));
    int most = ways.values().stream().mapToInt(List::size).max().orElse(0);
    for (int way = 0; way < most; way++) {
      for (var tube : tubes) {
        var own = ways.getOrDefault(tube, List.of());
        if (way < own.size()) {
          trials
              .judged(own.get(way))
              .ifPresent(found -> best.merge(tube, found, Alternative::better));
        }
      }
    }
    return best;
  }

  private boolean isFree(int tube) {
    return holder(tube).isEmpty() && catalogue.pickerOfCarried(tube).isEmpty();
  }

  private OptionalInt holder(int tube) {
    var taken = takenFor.get(tube);
    return taken == null ? catalogue.requestOfCarried(tube) : OptionalInt.of(taken);
  }

  private List<Trial> ways(int tube) {
    var without = plan.copy();
    var spot = new OwnLifts.Spot(without.steps().size(), OptionalInt.empty());
    if (lift.isPresent()) {
      int number = lift.getAsInt();
      spot = new OwnLifts.Spot(plan.place(number), OptionalInt.of(plan.lift(number).picker()));
      without.withoutPick(number, request.id());
      chosen().ifPresent(chosen -> without.inPlaceOf(chosen.where().tube(), tube));
    }
    var pick = new Pick(request.id(), tube);
    var ways = new ArrayList<Trial>(joining(without, pick));
    ways.addAll(new OwnLifts(catalogue, without, pick).near(spot));
    return inBothModes(ways);
  }

  /** Parking may not pay any more for what is left in the lift that loses the tube. */
  private List<Trial> inBothModes(List<Trial> ways) {
    var both = new ArrayList<>(ways);
    lift.ifPresent(number -> ways.forEach(way -> both.addAll(modes.otherwise(way, number))));
    return both;
  }

  /** The tube is picked in a lift of its rack that takes place anyway. */
  private List<Trial> joining(Reworking without, Pick pick) {
    var where = catalogue.tube(pick.tube()).orElseThrow();
    var ways = new ArrayList<Trial>();
    for (int number : without.numbers(lift -> lift.rack() == where.rack())) {
      var with = without.copy();
      with.withPick(number, pick);
      var joined = new Trial(new Change.Joins(number, where.rack()), with);
      if (modes.isPossible(with.lift(number))) {
        ways.add(joined);
      }
      ways.addAll(modes.otherwise(joined, number));
    }
    return ways;
  }
}
