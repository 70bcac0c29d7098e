package org.givre.plans.search.model;

/**
 * A return that no lift can place, so that it stays in its carrier; or that is placed, but gets too
 * warm on the way.
 *
 * @param constraint violation kind of the exchange format, such as {@code max_out}
 */
public record StrandedReturn(int tube, String constraint, String detail) {}
