package org.givre.orchestrator.wiring;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.givre.devices.sim.StoreWorld;
import org.givre.devices.sim.WorldSettings;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.plans.store.StoreDefinition;

/**
 * What an engine stands on before any actor runs: its directory, its clock, its chance, its robots.
 *
 * @param seed of all chance in this session
 * @param planner one thread: plans are made one after another, off the actors' threads
 * @param ids ULIDs by engine time; for jobs, tasks, orders and whatever else needs a name
 */
record Foundation(
    Settings settings,
    DataDirectory directory,
    EngineTime time,
    long seed,
    Ulids ids,
    SimulatedSite site,
    ExecutorService planner) {

  /**
   * Opens the directory and the simulated world in it; what was opened is added to {@code opened}.
   */
  static Foundation lay(EngineOptions options, Settings settings, Machine machine, Opened opened)
      throws IOException {
    var directory =
        opened.add(
            DataDirectory.open(
                options.dataDirectory(),
                options.store().map(StoreSource::of),
                StoreSource.shipped()));
    opened.add(LogFile.open(directory.log()));
    var anchor = directory.clock(machine.wall(), settings.speed());
    var time = new EngineTime(anchor.clock(machine.wall()), machine.wall(), settings.speed());
    long seed = settings.seed().orElseGet(machine.chance()::nextLong);
    var world = new WorldSettings(directory.store(), anchor, seed, settings.jitter());
    var site = opened.add(new SimulatedSite(StoreWorld.open(directory.world(), world, time)));
    var ids = new Ulids(time.engine(), new SplittableRandom(seed));
    var planner = Executors.newSingleThreadExecutor(Foundation::planning);
    opened.add(planner::shutdownNow);
    return new Foundation(settings, directory, time, seed, ids, site, planner);
  }

  private static Thread planning(Runnable work) {
    var thread = new Thread(work, "givre-planner");
    thread.setDaemon(true);
    return thread;
  }

  StoreDefinition store() {
    return directory.store();
  }
}
