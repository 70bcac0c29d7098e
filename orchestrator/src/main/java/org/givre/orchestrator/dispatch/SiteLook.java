package org.givre.orchestrator.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.givre.orchestrator.dispatch.DispatchRequest.SitePicture;
import org.givre.orchestrator.dispatch.planning.PlanShares;

/** How the site stands, from what dispatch has decided and how far its tasks are. */
final class SiteLook {
  private SiteLook() {}

  static SitePicture of(DispatchState state, TaskProgress progress, Instant now) {
    var hold = state.site();
    var last =
        state.issued().values().stream()
            .map(task -> progress.of(task, now).expectedEnd())
            .max(Instant::compareTo);
    return new SitePicture(
        hold.held(),
        Optional.of(hold.since()).filter(since -> since.isAfter(Instant.EPOCH)),
        hold.reason(),
        last.isEmpty(),
        last.filter(end -> hold.held()).map(end -> PlanShares.late(end, now)),
        hold.revision(),
        hold.allowed());
  }
}
