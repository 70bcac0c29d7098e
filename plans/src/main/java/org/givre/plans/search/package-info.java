/**
 * Finds retrieval plans of least warm exposure, and bounds on what any plan can reach.
 *
 * <p>{@link org.givre.plans.search.WarmthPlanner} builds a first plan in milliseconds and improves
 * it in rounds until it is told to stop. A round anneals the choice of tubes over the prices of
 * racks ({@code choice}, {@code rack}), then the routes of the pickers that do the lifts ({@code
 * schedule}). The best plan is kept, so more time never ends worse. Every plan on the way respects
 * all hard limits; what cannot be served is left out and named. {@link
 * org.givre.plans.search.LowerBound} is what no plan can fall below.
 */
@NullMarked
package org.givre.plans.search;

import org.jspecify.annotations.NullMarked;
