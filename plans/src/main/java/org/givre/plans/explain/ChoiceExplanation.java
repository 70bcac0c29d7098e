package org.givre.plans.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a request gets the tube that it gets.
 *
 * @param chosen empty where the plan picks none for it
 * @param carriedBy the picker in whose carrier its tube is already: there is nothing to choose
 * @param others the tubes that it might have got instead: what breaks nothing first, then what
 *     costs least, then those that cannot be had
 */
public record ChoiceExplanation(
    int request, int job, Optional<Chosen> chosen, OptionalInt carriedBy, List<Other> others) {
  public ChoiceExplanation {
    others = List.copyOf(others);
  }

  /** What first come, first served would take. */
  public record TubePlace(int tube, int rack, int level, boolean firstListed) {}

  /**
   * The tube that is picked.
   *
   * @param lift its number
   * @param picks of that lift, this one included
   * @param jobs that the lift picks for
   */
  public record Chosen(TubePlace where, int lift, int picks, int jobs) {}

  /**
   * A tube that might have been taken.
   *
   * @param takenFor request that has it
   * @param instead the best plan that takes it; empty where it is taken, or was not looked at
   */
  public record Other(TubePlace where, OptionalInt takenFor, Optional<Alternative> instead) {}
}
