/**
 * What no plan can beat. A bound shares the racks' physics with the planner but not its search, and
 * ignores whatever only raises cost: re-cool, budgets, deadlines, routes, time in the carrier.
 */
@NullMarked
package org.givre.plans.search.bound;

import org.jspecify.annotations.NullMarked;
