package org.givre.orchestrator.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;

/**
 * The racks of a store, in the order of its file. Their slots are counted through: one number says
 * in which well of which rack a tube stands. Not thread-safe.
 */
final class Shelves {
  private final List<Shelf> shelves = new ArrayList<>();
  private final SortedMap<RackId, Shelf> byRack = new TreeMap<>();

  Shelves(StoreDefinition store) {
    long slots = 0;
    for (var dewar : store.dewars()) {
      for (var rack : dewar.racks()) {
        var shelf = new Shelf(rack, dewar, (int) slots);
        slots += shelf.slots();
        if (slots > Whereabouts.MOST_SLOTS) {
          throw new IllegalArgumentException(
              "A store has at most %,d wells; rack %s is beyond them. Serve it with two engines."
                  .formatted(Whereabouts.MOST_SLOTS, rack));
        }
        shelves.add(shelf);
        byRack.put(rack, shelf);
      }
    }
  }

  List<Shelf> all() {
    return Collections.unmodifiableList(shelves);
  }

  Optional<Shelf> of(RackId rack) {
    return Optional.ofNullable(byRack.get(rack));
  }

  /** The rack that has slot {@code slot}, counted over all racks. */
  Shelf at(int slot) {
    int low = 0;
    int high = shelves.size() - 1;
    while (low < high) {
      var middle = (low + high + 1) >>> 1;
      if (shelves.get(middle).firstSlot() <= slot) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return shelves.get(low);
  }
}
