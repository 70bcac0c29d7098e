package org.givre.devices.sim;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverProvider;
import org.givre.devices.driver.PickerDriver;

/**
 * Drivers of the robots of a {@link StoreWorld}. Opening a device again closes the driver that was
 * opened before, and delivers what its robot has still to report to the new one.
 */
public final class SimulatedDriverProvider implements DriverProvider {
  static final String NAME = "simulated";

  private final StoreWorld world;
  private final WallTimers timers;
  private final Map<String, SimulatedPicker> open = new ConcurrentHashMap<>();

  public SimulatedDriverProvider(StoreWorld world, WallTimers timers) {
    this.world = world;
    this.timers = timers;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public PickerDriver open(String device, Consumer<DriverEvent> events) {
    if (!world.hasPicker(device)) {
      throw new IllegalArgumentException(
          "The store has no picker \"%s\"; its name must be one of store.json".formatted(device));
    }
    var driver = new SimulatedPicker(world, device, timers, events);
    var before = open.put(device, driver);
    if (before != null) {
      before.close();
    }
    timers.run(driver::resume);
    return driver;
  }
}
