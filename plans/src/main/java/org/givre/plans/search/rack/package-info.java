/**
 * What one rack costs: given how many tubes are taken at each level, the cheapest way to divide
 * them into held and parked lifts, and what each lift does to every box.
 *
 * <p>All warmth that matters arises here. A rack is a stack, so whoever wants a tube from level l
 * brings out every box above it, too: N(l) tubes wait while one is picked. Two things make a set of
 * picks cheap: few picks below many tubes, and few strokes that go deep. Because a stroke to level
 * l pays for all levels above it, the cost separates per level once it is known how many tubes are
 * held at that level or deeper; {@link org.givre.plans.search.rack.UnhinderedDivision} uses that
 * for an exact choice between holding and parking by dynamic programming from the deepest level
 * upwards. {@link org.givre.plans.search.rack.RackCost} falls back on searches where caps, budgets
 * or carriers are in the way, and {@link org.givre.plans.search.rack.LiftMoves} mends what they
 * cannot find.
 */
@NullMarked
package org.givre.plans.search.rack;

import org.jspecify.annotations.NullMarked;
