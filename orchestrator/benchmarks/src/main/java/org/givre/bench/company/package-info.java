/**
 * What holding work for company saves, measured on days of arrivals: {@code mvn -Pbench -pl
 * orchestrator/benchmarks -am -DskipTests -Dbench.replanning.skip -Dbench.journal.skip
 * -Dbench.planner.skip -Dbench.scale.skip test}.
 *
 * <p>A day is replayed in plan space, without actors and robots, so that it takes seconds and comes
 * out the same every time: jobs arrive, everything that has not begun is planned again by the
 * engine's planner with a fixed number of iterations, and lifts that have begun are carried out as
 * planned. In the end the judge of plans runs the whole day as one plan: exposure and deliveries
 * are its figures, and it names whatever was against a rule.
 */
@NullMarked
package org.givre.bench.company;

import org.jspecify.annotations.NullMarked;
