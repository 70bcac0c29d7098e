package org.givre.orchestrator.view;

import java.util.List;
import org.givre.orchestrator.columns.IntColumn;

/**
 * Where tubes stand and what they are about, by their numbers, in four bytes each. Not thread-safe.
 */
final class Whereabouts {
  /** A state is kept as its place in this list. */
  private static final List<TubeState> STATES = List.of(TubeState.values());

  /** Room for four. */
  private static final int STATE_BITS = 2;

  private static final int STATE_MASK = (1 << STATE_BITS) - 1;

  /** How many wells a store may have: what is left of a number beside the state. */
  static final int MOST_SLOTS = 1 << (31 - STATE_BITS);

  /** The slot, counted over all racks, and the state in the lowest bits. */
  private final IntColumn column = new IntColumn();

  /** The next tube stands in a slot. */
  void add(int slot) {
    column.add(packed(slot, TubeState.STORED));
  }

  /** The tube stands in a slot now. */
  void stands(int tube, int slot) {
    column.set(tube, packed(slot, TubeState.STORED));
  }

  private static int packed(int slot, TubeState state) {
    return slot << STATE_BITS | STATES.indexOf(state);
  }

  TubeState state(int tube) {
    return STATES.get(column.get(tube) & STATE_MASK);
  }

  /** The tube stands no longer; where it stood is remembered. */
  void state(int tube, TubeState state) {
    column.set(tube, packed(slot(tube), state));
  }

  /** Where it stands or is believed to have stood last, counted over all racks. */
  int slot(int tube) {
    return column.get(tube) >>> STATE_BITS;
  }
}
