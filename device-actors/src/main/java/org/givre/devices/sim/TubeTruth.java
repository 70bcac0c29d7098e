package org.givre.devices.sim;

import org.givre.plans.store.Tube;

/**
 * What is true of a tube.
 *
 * @param picks how often a robot has taken it out of a box
 * @param places how often a robot has put it into a box
 * @param boxOutSeconds how long it stood in a box that was out of its dewar's cold, a cold chamber
 *     included; raw seconds, up to the end of the pick that took it out
 * @param carrierSeconds how long it was in carriers, from the end of its pick
 */
public record TubeTruth(
    Tube tube,
    TubePlace place,
    int picks,
    int places,
    double boxOutSeconds,
    double carrierSeconds) {}
