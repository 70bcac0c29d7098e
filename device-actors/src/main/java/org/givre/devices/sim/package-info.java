/**
 * The simulated world: where tubes truly are, and robots that move them. The engine cannot tell.
 */
@NullMarked
package org.givre.devices.sim;

import org.jspecify.annotations.NullMarked;
