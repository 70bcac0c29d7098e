package org.givre.plans.instance;

/** Takes {@code tube} for {@code request}. */
public record Pick(int request, int tube) {}
