/** Tests of racks. */
@NullMarked
package org.givre.devices.rack;

import org.jspecify.annotations.NullMarked;
