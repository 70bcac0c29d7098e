/**
 * The driver SPI: what a robot vendor implements. JDK types only; a driver never throws across this
 * boundary, never blocks, and may call back from any thread.
 */
@NullMarked
package org.givre.devices.driver;

import org.jspecify.annotations.NullMarked;
