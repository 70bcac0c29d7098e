package org.givre.orchestrator.api;

import java.util.List;
import java.util.SortedMap;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.store.RackId;

/**
 * Has the tubes of an inventory put where it says, before the racks believe it. A person has done
 * that in a real store; a simulated world must be told. A large import comes in parts, whole racks
 * each: all tubes of a part or none; harmless when repeated.
 */
@FunctionalInterface
public interface TubeLoading {
  /** Somebody has put them there already. */
  TubeLoading BY_HAND = (importId, tubes) -> List.of();

  /**
   * Loads the tubes, durably. May block: it is called off the actors' threads.
   *
   * @return what stands in the way, in words, by tube; empty when all tubes are there
   */
  List<String> load(String importId, SortedMap<RackId, List<Standing>> tubes);
}
