/** The one place that chooses: real or simulated devices, journal, clock, chance. */
@NullMarked
package org.givre.orchestrator.wiring;

import org.jspecify.annotations.NullMarked;
