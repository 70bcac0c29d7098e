package org.givre.orchestrator.api;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.RecipientRef;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.givre.devices.directory.DeviceDirectory;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.dispatch.DispatchRequest;
import org.givre.orchestrator.feed.EventFeed;
import org.givre.orchestrator.job.JobDirectory;
import org.givre.orchestrator.view.View;
import org.givre.plans.store.StoreDefinition;

/**
 * What the API works with.
 *
 * @param previews plans that are only looked at
 * @param explanations of the plan that holds
 * @param ids source of ULIDs, for jobs, imports and actions
 * @param uploads directory for bodies too large for memory; made when it is needed
 * @param allowedHosts names besides those of the loopback by which this server may be called
 */
public record ApiParts(
    ActorSystem<?> system,
    StoreDefinition store,
    EngineTime time,
    View view,
    EventFeed feed,
    JobDirectory jobs,
    RecipientRef<DispatchRequest> dispatch,
    DeviceDirectory devices,
    Previews previews,
    Explanations explanations,
    TubeLoading loading,
    Supplier<String> ids,
    Path uploads,
    List<String> allowedHosts,
    Operations operations,
    SiteFacts site,
    ApiLimits limits) {
  public ApiParts {
    allowedHosts = List.copyOf(allowedHosts);
  }
}
