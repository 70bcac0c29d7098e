package org.givre.plans.company;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp.Lift;

/** Who of those that may wait goes along with a lift that takes place anyway. */
final class LiftParty {
  private final RackCosts costs;
  private final LiftWarmth warmth;
  private final double share;
  private final List<Pick> guests = new ArrayList<>();
  private final int[] picks;
  private final double withoutGuests;
  private final boolean takesPlace;

  /**
   * A party.
   *
   * @param waiting requests that may wait
   * @param share of their cost alone that guests may add
   */
  LiftParty(RackCosts costs, Lift lift, Set<Integer> waiting, double share) {
    this.costs = costs;
    this.share = share;
    warmth = costs.rack(lift.rack());
    picks = costs.noPicks(lift.rack());
    for (var pick : lift.picks()) {
      if (waiting.contains(pick.request())) {
        guests.add(pick);
      } else {
        picks[costs.box(pick.tube())]++;
      }
    }
    takesPlace = guests.size() < lift.picks().size();
    withoutGuests = warmth.of(picks);
  }

  /** Requests that go along: as many as add little enough together. */
  List<Integer> joining() {
    if (!takesPlace) {
      return List.of();
    }
    guests.forEach(guest -> picks[costs.box(guest.tube())]++);
    while (!guests.isEmpty() && !isWelcome()) {
      var dearest = guests.stream().max(Comparator.comparingDouble(this::addedShare)).orElseThrow();
      guests.remove(dearest);
      picks[costs.box(dearest.tube())]--;
    }
    return guests.stream().map(Pick::request).toList();
  }

  private boolean isWelcome() {
    double alone = guests.stream().mapToDouble(guest -> costs.alone(guest.request())).sum();
    return warmth.of(picks) - withoutGuests <= share * alone;
  }

  /** What one guest adds to all the others, as a share of its cost alone. */
  private double addedShare(Pick guest) {
    int box = costs.box(guest.tube());
    double with = warmth.of(picks);
    picks[box]--;
    double without = warmth.of(picks);
    picks[box]++;
    return (with - without) / costs.alone(guest.request());
  }
}
