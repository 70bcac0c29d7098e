package org.givre.orchestrator.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.givre.devices.sim.LoadedTube;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** The same number of tubes in every box, named by their place: {@code D1-R02-3-17}. */
final class SmallInventory {
  static final int TUBES_PER_BOX = 30;

  private SmallInventory() {}

  static String barcode(RackId rack, int level, int number) {
    return rack + "-" + level + "-" + number;
  }

  static List<LoadedTube> of(StoreDefinition store) {
    var tubes = new ArrayList<LoadedTube>();
    for (var dewar : store.dewars()) {
      for (var rack : dewar.racks()) {
        for (int level = 1; level <= dewar.levels(); level++) {
          for (int i = 0; i < TUBES_PER_BOX; i++) {
            tubes.add(tube(rack, level, i));
          }
        }
      }
    }
    return tubes;
  }

  private static LoadedTube tube(RackId rack, int level, int number) {
    var barcode = barcode(rack, level, number);
    var tube = new Tube(new TubeId(barcode), new SpecimenId("S-" + barcode), "LCL", 1);
    var well = new Well(number / 10, number % 10 + 1);
    return new LoadedTube(tube, new Position(rack, level, well));
  }
}
