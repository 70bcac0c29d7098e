package org.givre.orchestrator.wiring;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
 * @param previews one thread for plans that are only looked at; it refuses more than a few
 * @param explanations one thread that explains plans; it refuses more than a few
 * @param ids ULIDs by engine time; for jobs, tasks, orders and whatever else needs a name
 */
record Foundation(
    Settings settings,
    DataDirectory directory,
    EngineTime time,
    long seed,
    Ulids ids,
    SimulatedSite site,
    ExecutorService planner,
    ExecutorService previews,
    ExecutorService explanations) {

  /** Each takes a planner's time; more than an operator looks at would delay real plans. */
  private static final int MOST_WAITING_PREVIEWS = 2;

  /** Each takes up to a tenth of a second of a core: nobody waits for longer than one. */
  private static final int MOST_WAITING_EXPLANATIONS = 8;

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
    var planner = Executors.newSingleThreadExecutor(work -> thread("givre-planner", work));
    opened.add(planner::shutdownNow);
    var previews = oneThread("givre-preview", MOST_WAITING_PREVIEWS);
    opened.add(previews::shutdownNow);
    var explanations = oneThread("givre-explanation", MOST_WAITING_EXPLANATIONS);
    opened.add(explanations::shutdownNow);
    return new Foundation(
        settings, directory, time, seed, ids, site, planner, previews, explanations);
  }

  private static ExecutorService oneThread(String name, int mostWaiting) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(mostWaiting),
        work -> thread(name, work));
  }

  private static Thread thread(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  StoreDefinition store() {
    return directory.store();
  }
}
