package org.givre.plans.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the motions of one lift do to the boxes of the rack and to the tubes that are picked or
 * placed.
 *
 * <p>A box at level j is outside while the rack's height is above j-1; a move changes the height at
 * constant speed, whatever it took. A box that is ejected is outside from the start of the ejection
 * at the latest until the rack has taken it back into the dewar; between the end of its ejection
 * and the start of its insertion it is in the chamber, otherwise in the work area. The motions are
 * taken as they are, planned or reported: in any order, of any duration, and ending anywhere.
 */
public final class LiftExposure {
  private final LiftEnvironment environment;
  private final List<TimeOutside> boxes;
  private final SortedMap<Integer, Handling> picks;
  private final SortedMap<Integer, Handling> places;

  private LiftExposure(LiftEnvironment environment, RackOutside rack) {
    this.environment = environment;
    var totals = new ArrayList<TimeOutside>();
    for (int level = 1; level <= environment.levels(); level++) {
      totals.add(rack.outside(level));
    }
    this.boxes = List.copyOf(totals);
    this.picks = rack.picks();
    this.places = new TreeMap<>();
    rack.places().forEach((place, at) -> places.put(place, at.until(outside(at.level()))));
  }

  /**
   * The exposure that {@code motions}, in this order, amount to.
   *
   * @throws IllegalArgumentException when a motion names a level that the rack does not have, or a
   *     pick or place comes twice
   */
  public static LiftExposure of(LiftEnvironment environment, List<LiftMotion> motions) {
    var rack = new RackOutside(environment.levels());
    motions.forEach(rack::after);
    return new LiftExposure(environment, rack);
  }

  /** How long the box at {@code level} was outside. */
  public TimeOutside outside(int level) {
    if (level < 1 || level > boxes.size()) {
      throw new IllegalArgumentException(
          "The rack has levels 1 to %d; level %d was asked for".formatted(boxes.size(), level));
    }
    return boxes.get(level - 1);
  }

  /** Seconds that the box at {@code level} was outside. */
  public double outSeconds(int level) {
    return outside(level).seconds();
  }

  /** Weighted seconds that each tube which stayed in the box at {@code level} received. */
  public double weightedSeconds(int level) {
    return outside(level).weightedSeconds(environment);
  }

  /** The longest stay outside of any box, in seconds. */
  public double longestOutSeconds() {
    return boxes.stream().mapToDouble(TimeOutside::seconds).max().orElse(0);
  }

  /** How long a picked tube was outside in its box, until the start of its pick. */
  public TimeOutside picked(int pick) {
    return handling("pick", picks, pick).outside();
  }

  /** Seconds that a picked tube was outside in its box, until the start of its pick. */
  public double pickedSeconds(int pick) {
    return picked(pick).seconds();
  }

  /** Weighted seconds that a picked tube received in its box, until the start of its pick. */
  public double pickedWeightedSeconds(int pick) {
    return picked(pick).weightedSeconds(environment);
  }

  /** Seconds from the first motion to the start of a pick. */
  public double pickStartSeconds(int pick) {
    return handling("pick", picks, pick).startSeconds();
  }

  /** How long a placed tube was outside in its new box, from the end of its placing. */
  public TimeOutside placed(int place) {
    return handling("place", places, place).outside();
  }

  /** Weighted seconds that a placed tube received in its new box, from the end of its placing. */
  public double placedWeightedSeconds(int place) {
    return placed(place).weightedSeconds(environment);
  }

  /** Seconds from the first motion to the start of a placing. */
  public double placeStartSeconds(int place) {
    return handling("place", places, place).startSeconds();
  }

  private static Handling handling(String what, SortedMap<Integer, Handling> known, int number) {
    var found = known.get(number);
    if (found == null) {
      throw new IllegalArgumentException(
          "The motions have the %ss %s; %s %d was asked for"
              .formatted(what, known.keySet(), what, number));
    }
    return found;
  }

  /**
   * A pick or placing.
   *
   * @param startSeconds from the first motion
   * @param outside of the box: before a pick; until a placing ended, then after it
   */
  record Handling(int level, double startSeconds, TimeOutside outside) {
    Handling until(TimeOutside end) {
      return new Handling(level, startSeconds, end.minus(outside));
    }
  }
}
