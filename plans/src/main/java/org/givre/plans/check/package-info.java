/**
 * The independent judge: re-derives legality and exposure of any plan from the instance alone.
 *
 * <p>It follows the text of the exchange format sentence by sentence and shares no code with the
 * planner: motions are spelled out one by one and integrated by {@code plans.exposure}, where the
 * planner uses closed formulas. A plan runs through {@code PlanCourse}, which holds the state of
 * every picker, rack, dewar and port; one judge per kind of operation moves that state on and notes
 * what is broken; what can only be told at the end is judged last. A broken plan is evaluated, too,
 * as far as its operations name things that exist.
 */
@NullMarked
package org.givre.plans.check;

import org.jspecify.annotations.NullMarked;
