package org.givre.plans.search.schedule;

import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Rack;
import org.jspecify.annotations.Nullable;

/**
 * A tube in a carrier.
 *
 * @param tube id of the tube
 * @param demand what it serves, or null
 * @param since end of its pick, or the beginning
 * @param worn weighted seconds it has got until then
 * @param budget weighted seconds it may get in all
 * @param returnTo rack it goes back to, or null
 * @param level it goes back to
 */
record Cargo(
    int tube,
    @Nullable Demand demand,
    double since,
    double worn,
    double budget,
    @Nullable Rack returnTo,
    int level) {}
