package org.givre.plans.instance;

import java.util.List;
import java.util.OptionalInt;

/** One operation of a picker in a plan. */
public sealed interface PlanOp {
  /** Who does it. */
  int picker();

  /** When it starts, on the instance's clock. */
  double startSeconds();

  /** The same at another time. */
  PlanOp startingAt(double seconds);

  /** The same by another picker. */
  PlanOp by(int other);

  /** Lifts a rack and picks tubes in order. */
  record Lift(
      int picker, double startSeconds, OptionalInt dewar, int rack, LiftMode mode, List<Pick> picks)
      implements PlanOp {
    public Lift {
      picks = List.copyOf(picks);
    }

    @Override
    public Lift startingAt(double seconds) {
      return new Lift(picker, seconds, dewar, rack, mode, picks);
    }

    @Override
    public Lift by(int other) {
      return new Lift(other, startSeconds, dewar, rack, mode, picks);
    }

    /** The same with other picks and another mode. */
    public Lift picking(LiftMode otherMode, List<Pick> others) {
      return new Lift(picker, startSeconds, dewar, rack, otherMode, others);
    }
  }

  /** Unloads tubes at a port in order; they may be a part of the load. */
  record Unload(int picker, double startSeconds, int port, List<Integer> tubes) implements PlanOp {
    public Unload {
      tubes = List.copyOf(tubes);
    }

    @Override
    public Unload startingAt(double seconds) {
      return new Unload(picker, seconds, port, tubes);
    }

    @Override
    public Unload by(int other) {
      return new Unload(other, startSeconds, port, tubes);
    }
  }

  /** Lifts a rack and puts carried tubes into its boxes in order. */
  record Place(int picker, double startSeconds, int rack, List<Placement> places)
      implements PlanOp {
    public Place {
      places = List.copyOf(places);
    }

    @Override
    public Place startingAt(double seconds) {
      return new Place(picker, seconds, rack, places);
    }

    @Override
    public Place by(int other) {
      return new Place(other, startSeconds, rack, places);
    }
  }
}
