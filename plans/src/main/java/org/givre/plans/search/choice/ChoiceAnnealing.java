package org.givre.plans.search.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;

/**
 * Improves a choice of tubes by simulated annealing. Half of the steps move one request to another
 * tube. That alone seldom empties a rack or opens one, because the first to go or to come gains
 * nothing; the other steps are {@link Upheaval}s that do such things in one go: all that lies as
 * deep as some pick leaves its rack; all that could be served from a newly opened rack flock there,
 * or all of a box, whatever else they could have; or requests that share racks choose again
 * together.
 */
public final class ChoiceAnnealing {
  /** Most requests in most upheavals; larger ones are seldom kept and cost more. */
  private static final int MOST_UPROOTED = 10;

  /** One in so many upheavals may be larger: to fill a rack that many requests could use. */
  private static final int UPHEAVALS_PER_LARGE = 16;

  private static final int MOST_UPROOTED_LARGE = 40;

  /** Kinds of upheavals. */
  private static final int KINDS = 4;

  private final Assignment assignment;
  private final RandomGenerator random;
  private final Upheaval upheaval;
  private final Demand[] movable;
  private final List<List<Option>> optionsByRack = new ArrayList<>();
  private double current;
  private int mostUprooted = MOST_UPROOTED;

  /** A request and a tube that would do for it. */
  private record Option(Demand demand, Tube tube) {}

  public ChoiceAnnealing(Assignment assignment, RandomGenerator random) {
    this.assignment = assignment;
    this.random = random;
    this.upheaval = new Upheaval(assignment, random);
    var problem = assignment.problem();
    for (int rack = 0; rack < problem.racks.length; rack++) {
      optionsByRack.add(new ArrayList<>());
    }
    var several = new ArrayList<Demand>();
    for (var demand : problem.demands) {
      var open = assignment.open(demand);
      if (open.length > 1 || (open.length == 1 && assignment.chosen(demand) == null)) {
        several.add(demand);
        for (var tube : open) {
          optionsByRack.get(tube.rack.index).add(new Option(demand, tube));
        }
      }
    }
    this.movable = several.toArray(Demand[]::new);
    measure();
  }

  /** Requests that have a choice. */
  public int movable() {
    return movable.length;
  }

  /** The price of the assignment as it stands. */
  public double price() {
    return current;
  }

  /** Works the price out afresh, after someone else has changed the assignment. */
  public void measure() {
    current = assignment.price();
  }

  /** One step; worsenings of about {@code temperature} tube-seconds are accepted now and then. */
  public void step(double temperature) {
    var demand = movable[random.nextInt(movable.length)];
    double limit = -temperature * Math.log(1 - random.nextDouble());
    var from = assignment.chosen(demand);
    if (from != null && random.nextBoolean()) {
      relocate(demand, from, limit);
      return;
    }
    upheaval.begin();
    boolean large = random.nextInt(UPHEAVALS_PER_LARGE) == 0;
    mostUprooted = large ? MOST_UPROOTED_LARGE : MOST_UPROOTED;
    if (!uproot(demand) || !(upheaval.settle() <= limit)) {
      upheaval.undo();
    } else {
      current += upheaval.change();
    }
  }

  private void relocate(Demand demand, Tube from, double limit) {
    var to = anyOf(assignment.open(demand));
    if (to.rack == from.rack || assignment.takenFor(to) != null) {
      return;
    }
    double change = assignment.costOfRemoving(demand) + assignment.costOfAdding(demand, to);
    if (change <= limit) {
      current += assignment.remove(demand);
      current += assignment.add(demand, to);
    }
  }

  private boolean uproot(Demand demand) {
    var from = assignment.chosen(demand);
    int kind = random.nextInt(KINDS);
    if (kind == 0) {
      return crowd(demand, anyOf(assignment.open(demand)));
    }
    if (from == null || kind == 1) {
      return flock(demand, anyOf(assignment.open(demand)));
    }
    if (kind == 2) {
      uprootAsDeepAs(demand, from);
    } else {
      uprootNeighbours(demand);
    }
    return true;
  }

  /** All that lies as deep as a request's tube leaves the rack. */
  private void uprootAsDeepAs(Demand demand, Tube tube) {
    upheaval.uproot(demand);
    var roster = assignment.roster();
    for (int i = roster.size(tube.rack) - 1; i >= 0 && upheaval.size() < mostUprooted; i--) {
      var other = roster.get(tube.rack, i);
      var taken = assignment.chosen(other);
      if (taken != null && taken.level >= tube.level) {
        upheaval.uproot(other);
      }
    }
  }

  /**
   * All that could be served from a box are, at once: parking pays from some number on only. Now
   * and then a box that one of them has left is emptied, because opening one may only pay if
   * another closes.
   */
  private boolean crowd(Demand demand, Tube target) {
    if (!opens(demand, target)) {
      return false;
    }
    for (var option : optionsByRack.get(target.rack.index)) {
      var tube = option.tube();
      if (tube.level == target.level && assignment.takenFor(tube) == null) {
        upheaval.uproot(option.demand());
        upheaval.plant(option.demand(), tube);
      }
    }
    var left = upheaval.before(random.nextInt(upheaval.size()));
    if (left != null && random.nextBoolean() && !sameBox(left, target)) {
      empty(left);
    }
    return true;
  }

  private static boolean sameBox(Tube one, Tube other) {
    return one.rack == other.rack && one.level == other.level;
  }

  /** All that are served from a tube's box choose anew. */
  private void empty(Tube box) {
    var roster = assignment.roster();
    for (int i = roster.size(box.rack) - 1; i >= 0; i--) {
      var other = roster.get(box.rack, i);
      var taken = assignment.chosen(other);
      if (taken != null && sameBox(taken, box)) {
        upheaval.uproot(other);
      }
    }
  }

  /** Whether one request can change to a tube, and does. */
  private boolean opens(Demand demand, Tube target) {
    if (assignment.takenFor(target) != null) {
      return false;
    }
    upheaval.uproot(demand);
    return upheaval.plant(demand, target);
  }

  /** One request opens a rack for others that could be served from it without going deeper. */
  private boolean flock(Demand demand, Tube target) {
    if (!opens(demand, target)) {
      return false;
    }
    var options = optionsByRack.get(target.rack.index);
    int from = random.nextInt(options.size());
    for (int i = 0; i < options.size() && upheaval.size() < mostUprooted; i++) {
      var option = options.get((from + i) % options.size());
      boolean comes = assignment.chosen(option.demand()) != option.tube();
      if (comes && option.tube().level <= target.level) {
        upheaval.uproot(option.demand());
      }
    }
    return true;
  }

  /** Requests that share racks with others already uprooted. */
  private void uprootNeighbours(Demand demand) {
    upheaval.uproot(demand);
    int wanted = upheaval.size() == 0 ? 0 : 2 + random.nextInt(mostUprooted - 1);
    for (int tries = 2 * wanted; tries > 0 && upheaval.size() < wanted; tries--) {
      var near = upheaval.get(random.nextInt(upheaval.size()));
      var rack = anyOf(assignment.open(near)).rack;
      uprootServedFrom(rack);
      var options = optionsByRack.get(rack.index);
      upheaval.uproot(options.get(random.nextInt(options.size())).demand());
    }
  }

  private void uprootServedFrom(Rack rack) {
    int served = assignment.roster().size(rack);
    if (served > 0) {
      upheaval.uproot(assignment.roster().get(rack, random.nextInt(served)));
    }
  }

  private Tube anyOf(Tube[] tubes) {
    return tubes[random.nextInt(tubes.length)];
  }
}
