package org.givre.devices.directory;

import java.util.function.Supplier;
import org.givre.devices.driver.DriverProvider;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.StoreDefinition;

/**
 * What the devices of a store are made of.
 *
 * @param drivers opens the driver of each picker
 * @param orderIds a name for each order, never given before, in this or another engine
 */
public record DeviceSite(
    StoreDefinition store, DriverProvider drivers, Supplier<String> orderIds, EngineTime time) {}
