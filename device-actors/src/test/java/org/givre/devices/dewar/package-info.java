/** Tests of dewars. */
@NullMarked
package org.givre.devices.dewar;

import org.jspecify.annotations.NullMarked;
