/**
 * Which tube serves which request. Most of the warmth is decided here: a request whose specimen
 * lies in several racks is best taken where a rack comes up anyway.
 *
 * <p>The objective separates by rack, so a move touches two racks and costs two evaluations of
 * {@link org.givre.plans.search.rack.RackCost}. Racks that would break a cap or a budget cost
 * infinitely much, so an assignment is always feasible; a request that finds no place stays
 * unassigned, at a price above everything else.
 */
@NullMarked
package org.givre.plans.search.choice;

import org.jspecify.annotations.NullMarked;
