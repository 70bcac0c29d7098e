package org.givre.orchestrator.wiring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.givre.devices.driver.DriverProvider;
import org.givre.devices.sim.SimulatedDriverProvider;
import org.givre.devices.sim.StoreWorld;
import org.givre.devices.sim.WallTimers;

/** A simulated world with the thread that its robots live on. */
final class SimulatedSite implements AutoCloseable {
  private final StoreWorld world;
  private final ScheduledExecutorService robots;
  private final DriverProvider drivers;

  SimulatedSite(StoreWorld world) {
    this.world = world;
    this.robots = Executors.newSingleThreadScheduledExecutor(SimulatedSite::thread);
    this.drivers = new SimulatedDriverProvider(world, WallTimers.on(robots));
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "givre-robots");
    thread.setDaemon(true);
    return thread;
  }

  StoreWorld world() {
    return world;
  }

  DriverProvider drivers() {
    return drivers;
  }

  /** Robots report no more; what they do goes on in the world all the same. */
  @Override
  public void close() {
    robots.shutdownNow();
    world.close();
  }
}
