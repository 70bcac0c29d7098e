/** How long and how warm: exposure of tubes from the motions of a lift. */
@NullMarked
package org.givre.plans.exposure;

import org.jspecify.annotations.NullMarked;
