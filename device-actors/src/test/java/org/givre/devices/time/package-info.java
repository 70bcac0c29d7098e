/** Tests of engine time, and clocks for tests. */
@NullMarked
package org.givre.devices.time;

import org.jspecify.annotations.NullMarked;
