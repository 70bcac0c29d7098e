package org.givre.orchestrator.dispatch;

import java.util.Optional;
import org.givre.plans.store.RackId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;

/** What is known of tubes; may lag behind the racks, which have the last word. */
public interface TubeIndex {
  /** The rack where {@code tube} was last known to stand; empty when it is in none. */
  Optional<RackId> rackOf(TubeId tube);

  /** What the tube is; empty for one that was never imported. */
  Optional<Tube> contentOf(TubeId tube);
}
