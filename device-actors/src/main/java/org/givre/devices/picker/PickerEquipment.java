package org.givre.devices.picker;

import java.util.function.Supplier;
import org.givre.devices.driver.DriverProvider;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.StoreDefinition;

/**
 * What a picker is given to work with.
 *
 * @param orderIds a name for each order, never given before, in this or another engine: a device
 *     that hears a name again takes it for the same order
 */
public record PickerEquipment(
    StoreDefinition store,
    DriverProvider drivers,
    Neighbours neighbours,
    Supplier<String> orderIds,
    EngineTime time) {}
