/**
 * Explains plans: why this rack before that, why this aliquot, why a job waits, why a rack is
 * lifted so.
 *
 * <p>An answer is never an opinion. It builds the alternative as a whole plan, starts every
 * operation of it as early as its order allows ({@code Retiming}), and has the independent judge
 * tell what both plans come to; the figures of the answer are the difference of the two verdicts,
 * and what the alternative breaks is what the judge finds in it alone. The alternative is part of
 * the answer, so that anybody can judge it again. The plan itself is retimed first, so that no
 * figure is the retiming's; a plan whose operations start as early as they may stays as it is.
 *
 * <p>An alternative is the plan with one decision changed and the rest kept: the same lifts in the
 * same order by the same pickers. What must follow is made to follow: tubes are unloaded where they
 * were, or at the next stop of whoever carries them now, and a carrier that would overflow is
 * emptied before. That is an upper estimate of what the other decision costs - a planner that had
 * to live with it might find something cheaper - and a lower one of nothing.
 *
 * <p>Shares no code with the planner, so it explains any plan, whoever made it.
 */
@NullMarked
package org.givre.plans.explain;

import org.jspecify.annotations.NullMarked;
