/** Tests of the simulated world, on a clock that is turned by hand. */
@NullMarked
package org.givre.devices.sim;

import org.jspecify.annotations.NullMarked;
