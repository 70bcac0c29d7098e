/** Tests of ports. */
@NullMarked
package org.givre.devices.port;

import org.jspecify.annotations.NullMarked;
