package org.givre.plans.search.bound;

/**
 * A tube that a rack lets go for what a request pays.
 *
 * @param demand index of the request in the compiled problem
 * @param tube index of the tube there
 */
public record Sale(int demand, int tube) {}
