/** Engine time: a clock that may run faster than the wall, and what it means for timers. */
@NullMarked
package org.givre.devices.time;

import org.jspecify.annotations.NullMarked;
