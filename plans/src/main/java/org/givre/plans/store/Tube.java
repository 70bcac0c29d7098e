package org.givre.plans.store;

/**
 * A tube and what it holds.
 *
 * @param material such as {@code LCL}; empty where the inventory gives none
 * @param aliquot number within the specimen; lowest first is the order of first come, first served
 */
public record Tube(TubeId id, SpecimenId specimen, String material, int aliquot) {}
