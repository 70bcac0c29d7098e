package org.givre.orchestrator.dispatch;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.givre.devices.directory.DeviceDirectory;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.dispatch.planning.PlanningRound;
import org.givre.plans.store.StoreDefinition;

/**
 * What dispatch works with.
 *
 * @param tubes asked from the actor's thread
 * @param round plans on {@code executor}, which must not be the actors'
 * @param taskIds gives each task a name that was never given before, in this or another engine
 */
public record DispatchSite(
    StoreDefinition store,
    DeviceDirectory devices,
    TubeIndex tubes,
    PlanningRound round,
    Executor executor,
    Supplier<String> taskIds,
    EngineTime time,
    DispatchSettings settings) {}
