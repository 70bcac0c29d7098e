package org.givre.orchestrator.dispatch;

import java.util.Optional;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/** Finds the rack that a tube stands in; may lag behind the racks, which have the last word. */
@FunctionalInterface
public interface TubeIndex {
  /** The rack where {@code tube} was last known to stand; empty when it is in none. */
  Optional<RackId> rackOf(TubeId tube);
}
