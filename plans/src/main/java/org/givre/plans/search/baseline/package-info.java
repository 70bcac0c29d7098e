/**
 * How stores are emptied without planning: what users compare with.
 *
 * <p>None of these chooses between tubes (the first listed is taken) and none respects caps,
 * budgets or deadlines; they wait for dewars, re-cool and windows. They share the planner's
 * arithmetic of times and exposure, so their figures are exact.
 */
@NullMarked
package org.givre.plans.search.baseline;

import org.jspecify.annotations.NullMarked;
