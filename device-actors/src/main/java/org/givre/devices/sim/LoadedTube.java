package org.givre.devices.sim;

import org.givre.plans.store.Position;
import org.givre.plans.store.Tube;

/** A tube and where somebody has put it. */
public record LoadedTube(Tube tube, Position position) {}
