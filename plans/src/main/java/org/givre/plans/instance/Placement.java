package org.givre.plans.instance;

/** Puts {@code tube} into the box at {@code level}. */
public record Placement(int tube, int level) {}
