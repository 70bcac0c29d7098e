package org.givre.devices.sim;

/** Where robots work: what stands there and what is true of it now. */
record Scene(Site site, WorldState world) {}
