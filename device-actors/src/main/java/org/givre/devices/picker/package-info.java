/** Pickers: the orders a robot was given, what it reported, and what is in its carrier. */
@NullMarked
package org.givre.devices.picker;

import org.jspecify.annotations.NullMarked;
