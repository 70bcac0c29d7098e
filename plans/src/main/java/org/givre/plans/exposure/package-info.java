/**
 * How long and how warm: exposure of tubes from the motions of a lift.
 *
 * <p>{@link org.givre.plans.exposure.LiftExposure} turns motions, planned or reported, into seconds
 * outside per box and per tube that is picked or placed; a site weighs those seconds by where they
 * are spent. {@link org.givre.plans.exposure.ThermalModel} turns the same seconds into a
 * temperature, on assumptions that a site's own measurements replace.
 */
@NullMarked
package org.givre.plans.exposure;

import org.jspecify.annotations.NullMarked;
