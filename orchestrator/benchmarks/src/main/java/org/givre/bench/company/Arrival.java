package org.givre.bench.company;

import java.util.OptionalDouble;

/**
 * A job that arrives, before it is known what it asks for; times in seconds of the day.
 *
 * @param weight of its tardiness
 * @param tubes how many it asks for
 */
record Arrival(
    double atSeconds,
    double weight,
    OptionalDouble dueSeconds,
    OptionalDouble deadlineSeconds,
    int tubes) {}
