package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.Labware;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.Well;

/**
 * A rack's wells, four bytes each once a tube has come, and its lifts. A slot numbers the wells of
 * all levels: top box first, row by row. Not thread-safe.
 */
final class Shelf {
  /** Nothing stands there. */
  static final int FREE = -1;

  private final RackId rack;
  private final Dewar dewar;
  private final int firstSlot;
  private final int slots;

  /** By slot; none as long as the rack is empty. */
  private int[] tubes = {};

  private final List<LoggedLift> lifts = new ArrayList<>();
  private int count;

  /** A lift and where it stands in the journal. */
  record LoggedLift(long offset, RackLifted lift) {}

  /** An empty rack; {@code firstSlot} of its slots when those of all racks are counted through. */
  Shelf(RackId rack, Dewar dewar, int firstSlot) {
    this.rack = rack;
    this.dewar = dewar;
    this.firstSlot = firstSlot;
    this.slots = dewar.levels() * dewar.labware().rows() * dewar.labware().columns();
  }

  RackId rack() {
    return rack;
  }

  Dewar dewar() {
    return dewar;
  }

  /** How many tubes stand here. */
  int count() {
    return count;
  }

  int slots() {
    return slots;
  }

  /** Its first slot when those of all racks are counted through. */
  int firstSlot() {
    return firstSlot;
  }

  int slot(int level, Well well) {
    var labware = dewar.labware();
    return ((level - 1) * labware.rows() + well.row()) * labware.columns() + well.column() - 1;
  }

  Position position(int slot) {
    Labware labware = dewar.labware();
    var perBox = labware.rows() * labware.columns();
    var inBox = slot % perBox;
    var well = new Well(inBox / labware.columns(), inBox % labware.columns() + 1);
    return new Position(rack, slot / perBox + 1, well);
  }

  /** The tube in {@code slot}, or {@link #FREE}. */
  int tubeAt(int slot) {
    return tubes.length == 0 ? FREE : tubes[slot];
  }

  void put(int slot, int tube) {
    if (tubes.length == 0) {
      tubes = new int[slots];
      Arrays.fill(tubes, FREE);
    }
    if (tubes[slot] == FREE) {
      count++;
    }
    tubes[slot] = tube;
  }

  /** Frees {@code slot} if {@code tube} is what stands there. */
  void take(int slot, int tube) {
    if (tubeAt(slot) == tube) {
      tubes[slot] = FREE;
      count--;
    }
  }

  void lifted(LoggedLift lift) {
    lifts.add(lift);
  }

  /** In the order of the journal. */
  List<LoggedLift> lifts() {
    return lifts;
  }
}
