package org.givre.orchestrator.wiring;

import java.util.List;
import java.util.SortedMap;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.sim.LoadAnswer;
import org.givre.devices.sim.LoadedTube;
import org.givre.devices.sim.StoreWorld;
import org.givre.orchestrator.api.TubeLoading;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;

/** In a simulated world, somebody puts imported tubes where the inventory says. */
final class WorldLoading implements TubeLoading {
  private final StoreWorld world;

  WorldLoading(StoreWorld world) {
    this.world = world;
  }

  @Override
  public List<String> load(String importId, SortedMap<RackId, List<Standing>> tubes) {
    var answer =
        world.load(
            importId,
            tubes.entrySet().stream()
                .flatMap(rack -> rack.getValue().stream().map(tube -> in(rack.getKey(), tube)))
                .toList());
    return answer instanceof LoadAnswer.Refused refused ? refused.conflicts() : List.of();
  }

  private static LoadedTube in(RackId rack, Standing standing) {
    return new LoadedTube(standing.tube(), new Position(rack, standing.level(), standing.well()));
  }
}
