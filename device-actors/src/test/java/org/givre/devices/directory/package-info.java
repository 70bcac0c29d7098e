/** Tests of all devices together. */
@NullMarked
package org.givre.devices.directory;

import org.jspecify.annotations.NullMarked;
