/** Dewars: whose turn it is at the one opening, and where the carousel stands. */
@NullMarked
package org.givre.devices.dewar;

import org.jspecify.annotations.NullMarked;
