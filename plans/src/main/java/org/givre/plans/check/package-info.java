/**
 * The independent judge: re-derives legality and exposure of any plan from the instance alone. It
 * shares no code with the planner.
 */
@NullMarked
package org.givre.plans.check;

import org.jspecify.annotations.NullMarked;
