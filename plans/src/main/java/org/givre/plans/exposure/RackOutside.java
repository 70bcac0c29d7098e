package org.givre.plans.exposure;

import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.exposure.LiftExposure.Handling;

/** Follows a rack through its motions and adds up how long each of its boxes is outside. */
final class RackOutside {
  /** Heights come from robots as decimal numbers; a box that is out by less is not out. */
  private static final double HEIGHT_SLACK_LEVELS = 1e-6;

  private final double[] workAreaSeconds;
  private final double[] chamberSeconds;
  private final boolean[] parked;
  private final SortedMap<Integer, Handling> picks = new TreeMap<>();
  private final SortedMap<Integer, Handling> places = new TreeMap<>();
  private double height;
  private double elapsedSeconds;

  RackOutside(int levels) {
    workAreaSeconds = new double[levels];
    chamberSeconds = new double[levels];
    parked = new boolean[levels];
  }

  SortedMap<Integer, Handling> picks() {
    return picks;
  }

  SortedMap<Integer, Handling> places() {
    return places;
  }

  TimeOutside outside(int level) {
    return new TimeOutside(workAreaSeconds[level - 1], chamberSeconds[level - 1]);
  }

  void after(LiftMotion motion) {
    if (!(motion.seconds() >= 0) || Double.isInfinite(motion.seconds())) {
      throw new IllegalArgumentException(
          "A motion takes a finite time of at least 0 s; found " + motion);
    }
    if (motion instanceof LiftMotion.Move move) {
      moved(move);
    } else if (motion instanceof LiftMotion.Eject eject) {
      exchanged(eject.level(), eject.seconds(), true);
    } else if (motion instanceof LiftMotion.Insert insert) {
      exchanged(insert.level(), insert.seconds(), false);
    } else if (motion instanceof LiftMotion.PickTube pick) {
      remember(picks, pick.pick(), pick.level(), elapsedSeconds);
      stood(pick.seconds());
    } else if (motion instanceof LiftMotion.PlaceTube place) {
      stood(place.seconds());
      remember(places, place.place(), place.level(), elapsedSeconds);
    } else {
      stood(motion.seconds());
    }
    elapsedSeconds += motion.seconds();
  }

  private void remember(
      SortedMap<Integer, Handling> known, int number, int level, double startSeconds) {
    var handling = new Handling(level, startSeconds, outside(checked(level)));
    if (known.put(number, handling) != null) {
      throw new IllegalArgumentException(
          "Picks and places count up from 0 within a lift; number %d came twice".formatted(number));
    }
  }

  private void stood(double seconds) {
    for (int box = 0; box < parked.length; box++) {
      if (parked[box]) {
        chamberSeconds[box] += seconds;
      } else if (height > box + HEIGHT_SLACK_LEVELS) {
        workAreaSeconds[box] += seconds;
      }
    }
  }

  private void moved(LiftMotion.Move move) {
    height = move.toLevel();
    var low = Math.min(move.fromLevel(), move.toLevel());
    var high = Math.max(move.fromLevel(), move.toLevel());
    if (high - low < HEIGHT_SLACK_LEVELS) {
      stood(move.seconds());
      return;
    }
    for (int box = 0; box < parked.length; box++) {
      if (parked[box]) {
        chamberSeconds[box] += move.seconds();
      } else {
        workAreaSeconds[box] +=
            move.seconds() * Math.max(0, high - Math.max(low, box)) / (high - low);
      }
    }
  }

  /** The box at {@code level} is in the work area on its way; all others stand. */
  private void exchanged(int level, double seconds, boolean out) {
    var box = checked(level) - 1;
    var inRack = workAreaSeconds[box];
    var inChamber = chamberSeconds[box];
    stood(seconds);
    workAreaSeconds[box] = inRack + seconds;
    chamberSeconds[box] = inChamber;
    parked[box] = out;
  }

  private int checked(int level) {
    if (level < 1 || level > parked.length) {
      throw new IllegalArgumentException(
          "The rack has levels 1 to %d; a motion names level %d".formatted(parked.length, level));
    }
    return level;
  }
}
