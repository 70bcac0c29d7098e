package org.givre.plans.search.model;

/**
 * A carried tube that cannot go back where it should.
 *
 * @param constraint violation kind of the exchange format
 */
public record StrandedReturn(int tube, String constraint, String detail) {}
