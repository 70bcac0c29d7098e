/** Tests of all devices together, with robots in a simulated world. */
@NullMarked
package org.givre.devices.directory;

import org.jspecify.annotations.NullMarked;
