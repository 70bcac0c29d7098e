package org.givre.plans.search.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Tube;
import org.jspecify.annotations.Nullable;

/**
 * One small revolution in an assignment: some requests give up their tubes and choose again, one
 * after the other in random order, each where it adds least. What comes of it is kept or undone.
 */
final class Upheaval {
  /** Price of a request without a tube: above what any plan could save. */
  static final double UNSERVED = 1e9;

  private final Assignment assignment;
  private final RandomGenerator random;
  private final boolean[] uprooted;
  private final List<Demand> demands = new ArrayList<>();
  private final List<@Nullable Tube> before = new ArrayList<>();
  private double change;

  Upheaval(Assignment assignment, RandomGenerator random) {
    this.assignment = assignment;
    this.random = random;
    this.uprooted = new boolean[assignment.problem().demands.length];
  }

  /** Forgets the last one; its outcome stays. */
  void begin() {
    for (var demand : demands) {
      uprooted[demand.index] = false;
    }
    demands.clear();
    before.clear();
    change = 0;
  }

  /** Takes a request's tube away, unless it has no other to choose. */
  void uproot(Demand demand) {
    if (uprooted[demand.index]) {
      return;
    }
    var tube = assignment.chosen(demand);
    if (tube != null && (assignment.open(demand).length < 2 || mustGo(demand))) {
      return;
    }
    uprooted[demand.index] = true;
    demands.add(demand);
    before.add(tube);
    change += tube == null ? -UNSERVED : assignment.remove(demand);
  }

  /** Whether a tube may not stay in its rack while others are fetched. */
  private boolean mustGo(Demand demand) {
    return assignment.costOfRemoving(demand) == Double.POSITIVE_INFINITY;
  }

  /** Requests uprooted so far. */
  int size() {
    return demands.size();
  }

  /** The {@code i}-th request uprooted. */
  Demand get(int i) {
    return demands.get(i);
  }

  /** The tube that the {@code i}-th gave up; null when it had none. */
  @Nullable Tube before(int i) {
    return before.get(i);
  }

  /** Gives an uprooted request a certain tube; false when that breaks a limit. */
  boolean plant(Demand demand, Tube tube) {
    if (assignment.chosen(demand) != null
        || assignment.takenFor(tube) != null
        || assignment.costOfAdding(demand, tube) == Double.POSITIVE_INFINITY) {
      return false;
    }
    change += assignment.add(demand, tube);
    return true;
  }

  /** Lets all others choose; returns what the whole has changed. */
  double settle() {
    shuffle();
    for (var demand : demands) {
      if (assignment.chosen(demand) == null) {
        var tube = assignment.cheapest(demand);
        change += tube == null ? UNSERVED : assignment.add(demand, tube);
      }
    }
    return change;
  }

  /** What the last {@link #settle} has changed. */
  double change() {
    return change;
  }

  /** Undoes everything since {@link #begin}. */
  void undo() {
    for (var demand : demands) {
      if (assignment.chosen(demand) != null) {
        assignment.remove(demand);
      }
    }
    for (int i = 0; i < demands.size(); i++) {
      var tube = before.get(i);
      if (tube != null) {
        assignment.add(demands.get(i), tube);
      }
    }
  }

  private void shuffle() {
    for (int i = demands.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      var demand = demands.set(i, demands.get(j));
      demands.set(j, demand);
      var tube = before.set(i, before.get(j));
      before.set(j, tube);
    }
  }
}
