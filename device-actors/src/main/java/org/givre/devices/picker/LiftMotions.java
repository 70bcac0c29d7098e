package org.givre.devices.picker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.givre.devices.driver.Motion;
import org.givre.plans.exposure.LiftEnvironment;
import org.givre.plans.exposure.LiftMotion;

/**
 * The motions of a lift as a robot reported them, as the exposure model takes them. A pause between
 * two motions is a dwell: the rack stood where it was. A level that the rack does not have is taken
 * for the nearest that it has: a report is not refused, whatever it says.
 */
final class LiftMotions {
  private static final double NANOS_PER_SECOND = 1e9;

  private final List<LiftMotion> motions = new ArrayList<>();
  private final LiftEnvironment environment;
  private int picks;
  private int places;

  private LiftMotions(LiftEnvironment environment) {
    this.environment = environment;
  }

  static List<LiftMotion> of(List<Motion> reported, LiftEnvironment environment) {
    var lift = new LiftMotions(environment);
    for (int i = 0; i < reported.size(); i++) {
      if (i > 0) {
        lift.pause(reported.get(i - 1).end(), reported.get(i).start());
      }
      lift.motions.add(lift.motion(reported.get(i)));
    }
    return lift.motions;
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / NANOS_PER_SECOND;
  }

  private void pause(Instant from, Instant to) {
    if (to.isAfter(from)) {
      motions.add(new LiftMotion.Dwell(seconds(from, to)));
    }
  }

  private LiftMotion motion(Motion motion) {
    var seconds = seconds(motion.start(), motion.end());
    var level = Math.max(1, Math.min(environment.levels(), motion.to()));
    return switch (motion.kind()) {
      case MOVE -> new LiftMotion.Move(motion.from(), motion.to(), seconds);
      case PICK -> new LiftMotion.PickTube(level, picks++, seconds);
      case PLACE -> new LiftMotion.PlaceTube(level, places++, seconds);
      case EJECT -> new LiftMotion.Eject(level, seconds);
      case INSERT -> new LiftMotion.Insert(level, seconds);
      case TRAVEL, ROTATE, GRIP, SETTLE, RELEASE, DOCK, UNLOAD -> new LiftMotion.Dwell(seconds);
    };
  }
}
