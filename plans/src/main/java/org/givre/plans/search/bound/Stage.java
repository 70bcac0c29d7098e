package org.givre.plans.search.bound;

import java.util.Arrays;

/**
 * One level of a rack at which something may be picked, with what prices do not change. Costs of a
 * {@link Split} are linear in the number of tubes taken further up, and are kept as such.
 */
final class Stage {
  final int level;

  /** Tubes that may be picked here, by falling price; reordered as prices change. */
  final int[] tubes;

  /**
   * Ways worth trying to divide picks here among held lifts and park operations, by rising needs.
   */
  final Split[] splits;

  /** Most tubes that may have been taken above. */
  final int above;

  /** Most picks here and deeper. */
  final int below;

  /** Most held picks here and deeper; 1, which stands for any number, where one lift has room. */
  final int heldFrom;

  /** Most park operations here and deeper. */
  final int opsFrom;

  /** Tubes in all boxes down to this one, in the beginning. */
  final double waiting;

  /** Strokes of held lifts since the stage above, by held picks here and deeper. */
  final Strokes[] held;

  /** Strokes of one park operation here or deeper since the stage above. */
  final Strokes parked;

  Stage(RackPhysics physics, StageSize size, int[] tubes) {
    this.level = size.level();
    this.tubes = tubes;
    this.above = size.above();
    this.splits = physics.splits(level, tubes.length, above, size.oneLift());
    this.below = size.below();
    this.heldFrom = size.heldFrom();
    this.opsFrom = size.opsFrom();
    this.waiting = physics.waiting(level);
    this.held = new Strokes[heldFrom + 1];
    Arrays.setAll(held, picks -> physics.heldStrokes(size.levelAbove(), level, picks));
    this.parked = physics.parkStrokes(size.levelAbove(), level);
  }

  /**
   * Where a stage is and how large it may become.
   *
   * @param levelAbove the stage above, 0 when there is none
   * @param oneLift whether strokes are those of one held lift, however many picks are held
   */
  record StageSize(
      int levelAbove,
      int level,
      int above,
      int below,
      int heldFrom,
      int opsFrom,
      boolean oneLift) {}

  /**
   * Weighted tube-seconds of strokes through several levels.
   *
   * @param fixed if nothing is taken
   * @param perTaken less, for each tube taken above this stage
   * @param own less, for each tube taken at this stage
   */
  record Strokes(double fixed, double perTaken, double own) {}

  /**
   * Picks at one level.
   *
   * @param held picks of held lifts
   * @param needs held picks that must be to come before them, as stages count them
   * @param ending by how many fewer are to come after them
   * @param picks in all
   * @param ops park operations
   * @param fixed weighted tube-seconds without strokes, if nothing is taken above
   * @param perTaken less, for each tube taken above
   */
  record Split(int held, int needs, int ending, int picks, int ops, double fixed, double perTaken) {
    /** The same where it is no matter how many held picks are to come: the last ones, or not. */
    Split ofOneLift(boolean last) {
      return new Split(held, 1, last ? 1 : 0, picks, ops, fixed, perTaken);
    }

    /** With up to {@code above} tubes taken above; costs are linear in them. */
    boolean costsNoMoreThan(Split other, int above) {
      return fixed <= other.fixed
          && fixed - perTaken * above <= other.fixed - other.perTaken * above;
    }
  }
}
