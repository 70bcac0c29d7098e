package org.givre.plans.search.model;

import org.jspecify.annotations.Nullable;

/**
 * A tube that lies in a carrier at the beginning.
 *
 * @param tube id of the tube
 * @param budget weighted seconds it may still get
 * @param demand what it serves, or null
 * @param returnTo rack that it goes back to, or null when it goes to a port
 * @param level of the box it goes back to
 */
public record Load(
    int tube, double budget, @Nullable Demand demand, @Nullable Rack returnTo, int level) {}
