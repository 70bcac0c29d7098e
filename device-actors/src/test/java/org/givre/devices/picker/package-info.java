/** Tests of pickers, against a driver that does what the test says. */
@NullMarked
package org.givre.devices.picker;

import org.jspecify.annotations.NullMarked;
