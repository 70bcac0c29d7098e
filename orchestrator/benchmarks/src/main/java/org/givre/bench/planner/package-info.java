/**
 * How good plans are, how fast they are made and how much memory that takes, beside the simple
 * policies and the bounds: {@code mvn -Pbench -pl orchestrator/benchmarks -am -DskipTests test}.
 *
 * <p>{@link PlannerTable} prints what must be reached and what is. Every plan is judged by {@code
 * PlanCheck}, which shares no code with the planner, and timed by the clock of whoever asked for
 * it. Plans for warm figures are made in one process, one after another; first plans by JMH ({@link
 * FirstPlanBench}); cold ones and the one of little heap in processes of their own.
 */
@NullMarked
package org.givre.bench.planner;

import org.jspecify.annotations.NullMarked;
