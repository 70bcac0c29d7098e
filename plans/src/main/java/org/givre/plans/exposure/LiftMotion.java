package org.givre.plans.exposure;

/**
 * One motion while a rack is gripped, as planned or as reported. Heights count levels: at height h
 * the boxes 1..h are outside; a move takes them through the opening at constant speed.
 */
public sealed interface LiftMotion {
  /** How long it took. */
  double seconds();

  /** The rack moves. */
  record Move(double fromLevel, double toLevel, double seconds) implements LiftMotion {}

  /** The rack stands still (settling, waiting). */
  record Dwell(double seconds) implements LiftMotion {}

  /** A tube is taken from the box at {@code level}; {@code pick} counts from 0 within the lift. */
  record PickTube(int level, int pick, double seconds) implements LiftMotion {}

  /** A tube is put into the box at {@code level}; {@code place} counts from 0 within the lift. */
  record PlaceTube(int level, int place, double seconds) implements LiftMotion {}

  /** The box at {@code level} goes out into the cold chamber. */
  record Eject(int level, double seconds) implements LiftMotion {}

  /** The box at {@code level} comes back from the cold chamber. */
  record Insert(int level, double seconds) implements LiftMotion {}
}
