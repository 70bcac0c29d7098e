package org.givre.plans.instance;

/** A tube in some carrier that must be placed into a box. */
public record TubeReturn(int tube, int rack, int level) {}
