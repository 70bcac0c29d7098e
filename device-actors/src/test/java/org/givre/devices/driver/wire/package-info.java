/** Tests of the translation between the driver SPI and {@code driver/v1}. */
@NullMarked
package org.givre.devices.driver.wire;

import org.jspecify.annotations.NullMarked;
