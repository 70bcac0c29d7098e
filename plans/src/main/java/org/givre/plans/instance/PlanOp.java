package org.givre.plans.instance;

import java.util.List;
import java.util.OptionalInt;

/** One operation of a picker in a plan. */
public sealed interface PlanOp {
  /** Who does it. */
  int picker();

  /** When it starts, on the instance's clock. */
  double startSeconds();

  /** Lifts a rack and picks tubes in order. */
  record Lift(
      int picker, double startSeconds, OptionalInt dewar, int rack, LiftMode mode, List<Pick> picks)
      implements PlanOp {
    public Lift {
      picks = List.copyOf(picks);
    }
  }

  /** Unloads tubes at a port in order; they may be a part of the load. */
  record Unload(int picker, double startSeconds, int port, List<Integer> tubes) implements PlanOp {
    public Unload {
      tubes = List.copyOf(tubes);
    }
  }

  /** Lifts a rack and puts carried tubes into its boxes in order. */
  record Place(int picker, double startSeconds, int rack, List<Placement> places)
      implements PlanOp {
    public Place {
      places = List.copyOf(places);
    }
  }
}
