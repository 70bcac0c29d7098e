package org.givre.orchestrator.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.orchestrator.columns.TubeTable;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.Well;

/** What an inventory says of one rack, in eight bytes a well. */
final class InventoryRack {
  private static final int NONE = TubeTable.NONE;

  private final Dewar dewar;

  /** By well: the line that names it first, 0 for none. */
  private final int[] lines;

  /** By well: the number of the tube that arrives there. */
  private final int[] tubes;

  private int arriving;

  InventoryRack(Dewar dewar) {
    this.dewar = dewar;
    var wells = dewar.levels() * dewar.labware().rows() * dewar.labware().columns();
    lines = new int[wells];
    tubes = new int[wells];
    Arrays.fill(tubes, NONE);
  }

  /** Notes that {@code line} names a well; answers the line that named it before, or 0. */
  int name(int level, Well well, int line) {
    var index = index(level, well);
    var before = lines[index];
    if (before == 0) {
      lines[index] = line;
    }
    return before;
  }

  /** A tube arrives in a well that no other arrives in. */
  void arrive(int level, Well well, int tube) {
    tubes[index(level, well)] = tube;
    arriving++;
  }

  private int index(int level, Well well) {
    var labware = dewar.labware();
    return ((level - 1) * labware.rows() + well.row()) * labware.columns() + well.column() - 1;
  }

  /** How many tubes arrive. */
  int arriving() {
    return arriving;
  }

  /** The tubes that arrive: top box first, row by row. */
  List<Standing> arriving(TubeTable table) {
    var standing = new ArrayList<Standing>(arriving);
    var labware = dewar.labware();
    var box = labware.rows() * labware.columns();
    for (int index = 0; index < tubes.length; index++) {
      if (tubes[index] != NONE) {
        var inBox = index % box;
        var well = new Well(inBox / labware.columns(), inBox % labware.columns() + 1);
        standing.add(new Standing(table.tube(tubes[index]), index / box + 1, well));
      }
    }
    return standing;
  }
}
