/**
 * Between the driver SPI and {@code driver/v1}: what a message on the wire means in the SPI's
 * words, and back. A message that the SPI cannot express is an {@link IllegalArgumentException}
 * that names the field; the session that received it decides what to do.
 */
@NullMarked
package org.givre.devices.driver.wire;

import org.jspecify.annotations.NullMarked;
