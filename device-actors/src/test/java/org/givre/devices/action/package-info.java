/** Tests of what operators want done. */
@NullMarked
package org.givre.devices.action;

import org.jspecify.annotations.NullMarked;
