package org.givre.plans.search.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.search.choice.Obstacles.Refusal;
import org.givre.plans.search.choice.RackLimits.Reached;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.LimitWords;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;

/**
 * What is in the way of one tube more: of the tube by itself, in a lift of its own; or else of all
 * that its rack gives, with that tube in a lift of its own or in one of those that come up anyway.
 * Of several ways it is the one that comes nearest to its limits.
 */
final class OneMore {
  private static final double SLACK = 1e-6;

  private final Assignment assignment;
  private final Problem problem;
  private final Taken pick;
  private final Tube tube;
  private final Rack rack;
  private final RackLimits limits;

  /** The limit that counts where nobody else takes anything from the rack. */
  private final Reached alone;

  OneMore(Assignment assignment, Demand demand, Tube tube) {
    this.assignment = assignment;
    this.problem = assignment.problem();
    this.pick = new Taken(demand, tube);
    this.tube = tube;
    this.rack = tube.rack;
    this.limits = new RackLimits(problem, rack);
    this.alone = alone().stream().map(this::byItself).min(nearest()).orElseThrow();
  }

  /** Whether its rack allows it where nobody else takes anything from there. */
  boolean isPossibleAlone() {
    return alone.beyond() <= SLACK;
  }

  /** Names the limit, what would be reached, and what is allowed. */
  Refusal refusal() {
    if (!isPossibleAlone()) {
      return refusal(alone, "to fetch tube %d%s, ".formatted(tube.id, beside("")), "");
    }
    var reached = ways().stream().map(this::together).min(nearest()).orElseThrow();
    if (reached.beyond() > SLACK) {
      var words = "to fetch tube %d%s, ".formatted(tube.id, beside("what others take"));
      return refusal(reached, words, LimitWords.NEAREST_LIFTS);
    }
    return Refusal.of(
        pick.demand(),
        "unserved",
        "rack %d could give tube %d beside what others take, but no plan was found where it does"
            .formatted(rack.id, tube.id));
  }

  /** Names what the rack does besides, what goes back included. */
  private String beside(String others) {
    boolean goesBack = Arrays.stream(rack.putBackWorn).anyMatch(worn -> worn > 0);
    String both = goesBack && !others.isEmpty() ? " and " : "";
    String besides = (goesBack ? "what goes back" : "") + both + others;
    return besides.isEmpty() ? "" : " beside " + besides;
  }

  private static Comparator<Reached> nearest() {
    return Comparator.comparingDouble(Reached::beyond);
  }

  private Reached byItself(Visit lift) {
    var gone = rack.fragile().stream().filter(t -> assignment.takenFor(t) != null).toList();
    return limits.worst(List.of(lift), gone);
  }

  private Reached together(List<Visit> lifts) {
    return limits.worst(lifts, List.of());
  }

  private Refusal refusal(Reached worst, String when, String found) {
    boolean itself = worst.tube().contains(tube);
    String what = (itself && found.isEmpty() ? "" : when) + name(worst);
    return new Refusal(
        pick.demand(),
        worst.constraint(),
        worst.beyond(),
        () ->
            worst.constraint().equals("max_out")
                ? LimitWords.outside(what, found, worst.reached(), worst.allowed())
                : LimitWords.warmed(what, found, worst.reached(), worst.allowed()));
  }

  private String name(Reached worst) {
    if (worst.tube().isEmpty()) {
      return "rack %d level %d".formatted(rack.id, worst.level());
    }
    var other = worst.tube().get(0);
    return other == tube
        ? "tube %d itself".formatted(tube.id)
        : "tube %d in the same rack".formatted(other.id);
  }

  private List<Visit> alone() {
    var held = Visit.held(problem.timing, List.of(pick));
    return rack.dewar.parks
        ? List.of(held, Visit.parked(problem.timing, List.of(pick)))
        : List.of(held);
  }

  /** All lifts of the rack, by the way in which the tube is taken. */
  private List<List<Visit>> ways() {
    var others = assignment.visits(rack);
    var ways = new ArrayList<List<Visit>>();
    for (int i = 0; i <= others.size(); i++) {
      for (var lift : alone()) {
        var with = new ArrayList<>(others);
        with.add(i, lift);
        ways.add(with);
      }
    }
    for (int i = 0; i < others.size(); i++) {
      var joined = joined(others.get(i));
      if (isPossible(joined)) {
        var with = new ArrayList<>(others);
        with.set(i, joined);
        ways.add(with);
      }
    }
    return ways;
  }

  /** The same lift with one more pick; those with the least budget first of their level. */
  private Visit joined(Visit lift) {
    var picks = new ArrayList<Taken>();
    IntStream.range(0, lift.size())
        .forEach(i -> picks.add(new Taken(lift.demands[i], lift.tubes[i])));
    picks.add(pick);
    picks.sort(
        Comparator.<Taken>comparingInt(taken -> taken.tube().level)
            .thenComparingDouble(taken -> taken.tube().budget));
    boolean parks = lift.mode == LiftMode.PARK && lift.tubes[0].level == tube.level;
    return parks ? Visit.parked(problem.timing, picks) : Visit.held(problem.timing, picks);
  }

  private boolean isPossible(Visit lift) {
    return Arrays.stream(problem.pickers).anyMatch(picker -> lift.suits(problem, picker.index));
  }
}
