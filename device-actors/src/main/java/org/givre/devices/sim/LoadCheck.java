package org.givre.devices.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;

/** Whether tubes can be put where somebody wants to put them, and which of them are new there. */
final class LoadCheck {
  private final Scene scene;
  private final String importId;
  private final Map<TubeId, Position> tubes = new HashMap<>();
  private final Map<Position, TubeId> wells = new HashMap<>();
  private final List<String> conflicts = new ArrayList<>();
  private final Map<Box, List<RestingTube>> fresh = new LinkedHashMap<>();
  private final List<org.givre.protocols.world.v1.LoadedTube> returned = new ArrayList<>();
  private int known;

  LoadCheck(Scene scene, String importId) {
    this.scene = scene;
    this.importId = importId;
  }

  void add(LoadedTube loaded) {
    try {
      var dewar = scene.site().dewarOf(loaded.position()).id().value();
      var stored = scene.world().tubes().find(loaded.tube().id());
      if (once(loaded) && !isKnown(loaded, stored) && isFree(loaded, stored)) {
        take(loaded, dewar, stored.isPresent());
      }
    } catch (ImpossibleOrder unknownPlace) {
      conflict(loaded, unknownPlace.reason());
    }
  }

  private void take(LoadedTube loaded, String dewar, boolean returns) {
    if (returns) {
      returned.add(WorldRecords.tube(loaded, dewar));
    } else {
      var box = Box.of(loaded.position());
      var boxOutSeconds = scene.world().boxes().seconds(box);
      fresh
          .computeIfAbsent(box, isNew -> new ArrayList<>())
          .add(new RestingTube(loaded, dewar, importId, boxOutSeconds));
    }
  }

  private boolean once(LoadedTube loaded) {
    var before = tubes.put(loaded.tube().id(), loaded.position());
    if (before != null) {
      return conflict(loaded, "stands twice in the import, also at " + before);
    }
    var other = wells.put(loaded.position(), loaded.tube().id());
    return other == null || conflict(loaded, "the import puts " + other + " there too");
  }

  /** Whether this very tube stands there, or this import has put it there before. */
  private boolean isKnown(LoadedTube loaded, Optional<StoredTube> stored) {
    var here =
        stored
            .filter(
                tube ->
                    tube.cameBy(importId, loaded)
                        || (tube.tube().equals(loaded.tube())
                            && tube.place() instanceof TubePlace.InRack in
                            && in.position().equals(loaded.position())))
            .isPresent();
    known += here ? 1 : 0;
    return here;
  }

  private boolean isFree(LoadedTube loaded, Optional<StoredTube> stored) {
    var world = scene.world();
    if (stored.isPresent() && !takenAway(stored.get())) {
      return conflict(loaded, "it is already in the world, at " + stored.get().place());
    }
    var occupant = world.tubes().at(loaded.position());
    if (occupant.isPresent()) {
      return conflict(loaded, "tube " + occupant.get() + " stands there");
    }
    return !world.promised(loaded.position())
        || conflict(loaded, "a robot is about to place a tube there");
  }

  /** Whether somebody has taken it from the port, and so may bring it back. */
  private boolean takenAway(StoredTube tube) {
    if (!(tube.place() instanceof TubePlace.AtPort at)) {
      return false;
    }
    try {
      var port = scene.site().port(at.port());
      return !scene.world().now().isBefore(Site.takenAway(port, tube.since()));
    } catch (ImpossibleOrder portIsGone) {
      return true;
    }
  }

  private boolean conflict(LoadedTube loaded, String why) {
    if (conflicts.size() < LoadAnswer.MOST_CONFLICTS) {
      conflicts.add("Tube %s to %s: %s".formatted(loaded.tube().id(), loaded.position(), why));
    }
    return false;
  }

  List<String> conflicts() {
    return conflicts;
  }

  /** Those to be put there that are new in the world. */
  Map<Box, List<RestingTube>> fresh() {
    return fresh;
  }

  /** Those to be put there that were in the world before. */
  List<org.givre.protocols.world.v1.LoadedTube> returned() {
    return returned;
  }

  /** How many are to be put there. */
  int added() {
    return returned.size() + fresh.values().stream().mapToInt(List::size).sum();
  }

  /** How many were there before. */
  int known() {
    return known;
  }
}
