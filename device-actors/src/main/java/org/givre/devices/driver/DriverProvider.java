package org.givre.devices.driver;

import java.util.function.Consumer;

/** Makes drivers; found by {@link java.util.ServiceLoader} or passed in by the wiring. */
public interface DriverProvider {
  /** Name by which a site chooses it, such as {@code simulated}. */
  String name();

  /**
   * Opens the driver of a device.
   *
   * @param device the picker's name in the store
   * @param events takes what the device reports; may be called from any thread
   */
  PickerDriver open(String device, Consumer<DriverEvent> events);
}
