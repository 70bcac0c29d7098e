/**
 * How long planning takes, measured by JMH: {@code mvn -Pbench -pl orchestrator/benchmarks -am
 * -DskipTests test}.
 *
 * <p>Machines differ, so times are told as ratios to that of a simple policy on the same machine.
 */
@NullMarked
package org.givre.bench;

import org.jspecify.annotations.NullMarked;
