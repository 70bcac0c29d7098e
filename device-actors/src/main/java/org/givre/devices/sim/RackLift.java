package org.givre.devices.sim;

import static org.givre.devices.sim.ImpossibleOrder.unless;

import org.givre.devices.driver.Motion.Kind;
import org.givre.plans.instance.Timing;
import org.givre.plans.store.Dewar;

/**
 * A rack in the grip of a robot, from grip to release, while an order is rehearsed. Heights count
 * levels: at height h the boxes 1..h are outside. One box at most is out in the cold chamber. The
 * durations are those of {@code planning.md}, section 3.
 */
final class RackLift {
  private final String rack;
  private final Dewar dewar;
  private final Timing timing;
  private final Stopwatch watch;
  private int height;
  private int extracted;

  private RackLift(String rack, Dewar dewar, Timing timing, Stopwatch watch) {
    this.rack = rack;
    this.dewar = dewar;
    this.timing = timing;
    this.watch = watch;
  }

  static RackLift grip(String rack, Dewar dewar, Timing timing, Stopwatch watch) {
    watch.add(Kind.GRIP, timing.gripSeconds());
    return new RackLift(rack, dewar, timing, watch);
  }

  String rack() {
    return rack;
  }

  /** Moves to {@code level} and settles, unless the rack is there. */
  void lift(int level) throws ImpossibleOrder {
    Site.checkLevel(dewar, level);
    unless(
        extracted == 0 || extracted == level,
        "Box %d of rack %s is out in the chamber; put it back before level %d is lifted"
            .formatted(extracted, rack, level));
    if (level != height) {
      moveTo(level);
      watch.add(Kind.SETTLE, timing.settleSeconds(), level, "");
    }
  }

  private void moveTo(int level) {
    var secondsPerLevel = dewar.levelPitchMetres() / dewar.liftMetresPerSecond();
    watch.move(height, level, Math.abs(level - height) * secondsPerLevel);
    height = level;
  }

  /** Lowers all the way. Answers whether the rack was released: not while a box is out. */
  boolean lower() throws ImpossibleOrder {
    unless(height > 0, "Rack %s is not up; lift it before it is lowered".formatted(rack));
    moveTo(0);
    if (extracted > 0) {
      return false;
    }
    watch.add(Kind.RELEASE, timing.releaseSeconds());
    return true;
  }

  void extract(int level) throws ImpossibleOrder {
    var park = dewar.park();
    unless(
        park.isPresent(), "Dewar %s has no cold chamber to put a box into".formatted(dewar.id()));
    unless(extracted == 0, "Box %d of rack %s is out already".formatted(extracted, rack));
    atHeightOf(level);
    watch.add(Kind.EJECT, park.orElseThrow().ejectSeconds(), level, "");
    extracted = level;
  }

  void insert(int level) throws ImpossibleOrder {
    unless(
        extracted == level, "Box %d of rack %s is not out in the chamber".formatted(level, rack));
    atHeightOf(level);
    watch.add(Kind.INSERT, dewar.park().orElseThrow().insertSeconds(), level, "");
    extracted = 0;
  }

  private void atHeightOf(int level) throws ImpossibleOrder {
    unless(
        height == level,
        "Rack %s must stand lifted to level %d; it stands at %d".formatted(rack, level, height));
  }

  /** Whether the gripper gets at box {@code level}: lifted to it, or with that box out. */
  boolean gives(int level) {
    return extracted == 0 ? height == level : extracted == level && height == 0;
  }
}
