package org.givre.plans.store;

/** A port as the store file describes it. */
public record Port(
    PortId id, double xMetres, double yMetres, int bufferTubes, double clearSeconds) {}
