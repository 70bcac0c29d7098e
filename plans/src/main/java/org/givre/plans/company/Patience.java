package org.givre.plans.company;

/**
 * How long a job may wait, on the instance's clock.
 *
 * @param sinceSeconds when it could have gone
 * @param dueSeconds when it should have been delivered, and must not be late because it waited
 */
public record Patience(double sinceSeconds, double dueSeconds) {}
